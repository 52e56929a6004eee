/** The tools for files against a real S3 endpoint, over streamable HTTP, with the official client. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { boxScoreKey, boxScoreOf } from '../data/box-score.ts';
import { createSeason } from '../data/season.ts';
import { createLogger } from '../telemetry/log.ts';
import { connectClient, textOf } from '../testing/mcp-client.ts';
import type { TestClient } from '../testing/mcp-client.ts';
import { FILES, startGameFiles } from '../testing/season-stores.ts';
import type { GameFiles } from '../testing/season-stores.ts';
import { readConfig } from './config.ts';
import { startHttpService } from './service.ts';
import type { HttpService } from './service.ts';

const log = createLogger({ service: 'test', version: '1.2.3', stream: { write: () => undefined } });
const season = createSeason(2026);
let files: GameFiles;
let service: HttpService;
let nba: TestClient;

beforeAll(async () => {
  files = await startGameFiles(season);
  // Files need no database: nothing listens there.
  const env = { ...files.env, DATABASE_URL: 'postgres://reader@127.0.0.1:1/nba', PORT: '0', VERSION: '1.2.3' };
  service = await startHttpService(readConfig(env), log);
  nba = await connectClient(service.url);
});
afterAll(async () => {
  await nba.close();
  await service.stop(1_000);
  await files.stop();
});

test('files are listed page by page', async () => {
  const keys: string[] = [];
  let continuation: string | null = null;
  let pages = 0;
  do {
    const args: Record<string, unknown> = {
      prefix: 'games/2025-26/',
      max_keys: 10,
      ...(continuation === null ? {} : { continuation }),
    };
    const page = (await nba.call('list_s3_files', args)).structuredContent as {
      files: { key: string }[];
      file_count: number;
      continuation: string | null;
    };
    expect(page.file_count).toBe(page.files.length);
    keys.push(...page.files.map((file) => file.key));
    continuation = page.continuation;
    pages += 1;
  } while (continuation !== null);
  expect(pages).toBe(3);
  expect(keys).toEqual(season.games.slice(0, FILES).map(boxScoreKey));
});

test('a file is returned as it is', async () => {
  const game = season.games[3];
  if (game === undefined) throw new Error('no such game');
  const result = await nba.call('get_s3_file', { key: boxScoreKey(game) });
  expect(JSON.parse(textOf(result))).toEqual(boxScoreOf(game));
  expect(result.structuredContent).toMatchObject({
    key: boxScoreKey(game),
    size: Buffer.byteLength(textOf(result)),
    content_type: 'application/json',
    text: textOf(result),
  });
});

test.each([
  '../secrets/password.txt',
  'games/../../secrets/password.txt',
  '/secrets/password.txt',
  'a/./b',
  '..\\secrets',
  'a\u0000b',
])('a key that leads out of the bucket is refused: %j', async (key) => {
  expect((await nba.failure('get_s3_file', { key })).type).toBe('invalid_key');
});

test('a key that looks encoded is only a name', async () => {
  expect((await nba.failure('get_s3_file', { key: '%2e%2e/secrets/password.txt' })).type).toBe('NoSuchKey');
});

test('a file that is too large or no text is an error', async () => {
  await files.put('odd/large.txt', 'x'.repeat(1024 * 1024 + 1));
  await files.put('odd/binary.bin', Uint8Array.from([0xff, 0xfe, 0x00, 0xc3]));
  expect((await nba.failure('get_s3_file', { key: 'odd/large.txt' })).type).toBe('file_too_large');
  expect((await nba.failure('get_s3_file', { key: 'odd/binary.bin' })).type).toBe('not_text');
});

test('an unknown key is an error that says where to look', async () => {
  expect((await nba.failure('get_s3_file', { key: 'games/none.json' })).text).toContain('list_s3_files');
});

/** A real PostgreSQL and a real S3 endpoint, filled with the season, for tests of the MCP server. */
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { boxScoreKey, boxScoreOf } from '../data/box-score.ts';
import { rowsOf } from '../data/rows.ts';
import { createSeason } from '../data/season.ts';
import { seedScript } from '../data/sql.ts';
import type { Season } from '../data/types.ts';
import { startPostgres } from './postgres.ts';
import type { TestPostgres } from './postgres.ts';

/** The object store, and the environment that points a server at it. */
export interface GameFiles {
  readonly env: Readonly<Record<string, string>>;
  /** Puts one more object into the bucket. */
  readonly put: (key: string, body: string | Uint8Array) => Promise<void>;
  stop(): Promise<void>;
}

/** Both stores, and the environment that points a server at them. */
export interface SeasonStores extends GameFiles {
  readonly season: Season;
  readonly postgres: TestPostgres;
}

/** Name of the bucket. */
const BUCKET = 'nba-games';
/** Games whose files lie in the bucket: enough for several pages, quick to put there. */
export const FILES = 25;
const SECRET = 's3-secret-key';

/** Starts the S3 endpoint alone, with the first `FILES` games of the season in its bucket. */
export async function startGameFiles(season: Season): Promise<GameFiles> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const endpoint = `http://127.0.0.1:${server.port}`;
  const credentials = { accessKeyId: 'nba', secretAccessKey: SECRET };
  const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  const put = async (bucket: string, key: string, body: string | Uint8Array): Promise<void> => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'application/json' }));
  };
  for (const bucket of [BUCKET, 'secrets']) await client.send(new CreateBucketCommand({ Bucket: bucket }));
  await put('secrets', 'password.txt', 'not for you');
  for (const game of season.games.slice(0, FILES)) await put(BUCKET, boxScoreKey(game), JSON.stringify(boxScoreOf(game)));
  return {
    env: { S3_ENDPOINT: endpoint, S3_BUCKET: BUCKET, AWS_ACCESS_KEY_ID: 'nba', AWS_SECRET_ACCESS_KEY: SECRET },
    put: (key, body) => put(BUCKET, key, body),
    async stop() {
      client.destroy();
      await server.stop();
    },
  };
}

/** Starts both stores and fills them; takes about 6 s inside jest. */
export async function startSeasonStores(): Promise<SeasonStores> {
  const season = createSeason(2026);
  const postgres = await startPostgres();
  try {
    await postgres.load(seedScript(rowsOf(season)));
    const files = await startGameFiles(season);
    return {
      season,
      postgres,
      env: { ...files.env, DATABASE_URL: postgres.readerUrl, PORT: '0', VERSION: '1.2.3' },
      put: files.put,
      async stop() {
        await files.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import { seededRandom } from '../core/random.ts';
import { HostileArtifact } from './errors.ts';
import { ARTIFACT_LIMITS, readZip, type ArtifactLimits } from './read-zip.ts';
import { errorOf } from './testing/api.ts';
import { writeZip, type ZipEntry, type ZipOptions } from './testing/zip-writer.ts';

const read = (
  entries: readonly ZipEntry[],
  options: ZipOptions = {},
  limits = ARTIFACT_LIMITS,
): Promise<ReadonlyMap<string, Buffer>> => readZip(writeZip(entries, options), limits);

async function texts(entries: readonly ZipEntry[]): Promise<Record<string, string>> {
  return Object.fromEntries([...(await read(entries))].map(([path, content]) => [path, content.toString('utf8')]));
}

/** What is refused, as the user's error, with a message that has no line break. */
async function refused(work: Promise<unknown>): Promise<string> {
  const error = await errorOf(work);
  expect(error).toBeInstanceOf(HostileArtifact);
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).not.toMatch(/[\n\r\u001b]/);
  return error.message;
}

const RUN: ZipEntry = { name: 'run.json', content: '{"schema":"shotclock.run/1"}' };

test('files come out by their paths, deflated or stored, in folders too', async () => {
  const stored = { name: 'report.html', content: '<!doctype html>', method: 'store' as const };
  const folder = { name: 'logs/', mode: 0o040755, method: 'store' as const };
  const found = await texts([RUN, stored, folder, { name: 'logs/é.txt', content: 'x' }, { name: 'empty', content: '' }]);
  expect(found).toEqual({ 'run.json': RUN.content, 'report.html': '<!doctype html>', 'logs/é.txt': 'x', empty: '' });
});

test('an archive without files is one', async () => {
  expect(await texts([])).toEqual({});
});

test.each([
  '../run.json',
  'a/../../run.json',
  '..',
  './run.json',
  'a//b',
  '/etc/passwd',
  '//server/share',
  '..\\run.json',
  'a\\b',
  'C:\\run.json',
  'C:run.json',
  'c:/run.json',
  'run.json\0.txt',
  'run.json\n::error::x',
  '\u001b[31mred',
  'run.json:stream',
  'a*',
  '',
  ' \u0085',
  'x'.repeat(256),
])('the name %j is refused', async (name) => {
  await refused(read([RUN, { name, content: 'x' }]));
});

test('a name that is no UTF-8 is refused', async () => {
  await refused(read([{ name: Buffer.from([0x72, 0xff, 0xfe]), content: 'x', claim: { flags: 0x800 } }]));
});

test.each<readonly [string, readonly ZipEntry[], string]>([
  ['a name that stands twice', [RUN, RUN], 'twice'],
  ['a name that stands twice but for its case', [RUN, { ...RUN, name: 'RUN.json' }], 'twice'],
  ['a name that stands twice but for its composition', [{ name: 'é' }, { name: 'e\u0301' }], 'twice'],
  ['a link', [{ name: 'run.json', content: '/etc/passwd', mode: 0o120777 }], 'a link or another special file'],
  ['a device', [{ ...RUN, mode: 0o020666 }], 'special file'],
  ['a pipe', [{ ...RUN, mode: 0o010644 }], 'special file'],
  ['a folder that calls itself a file', [{ name: 'run.json', mode: 0o040755 }], 'special file'],
  ['a folder with content', [{ name: 'a/', content: 'content', mode: 0o040755 }], 'folder with content'],
  ['encryption', [{ ...RUN, claim: { flags: 0x801 } }], 'encrypted'],
  ['strong encryption', [{ ...RUN, claim: { flags: 0x841 } }], 'encrypt'],
  ['masked headers', [{ ...RUN, claim: { flags: 0x2800 } }], 'encrypted'],
  ['another compression', [{ ...RUN, packed: Buffer.from('x'), claim: { method: 12 } }], 'another way than deflate'],
  ['more bytes than declared', [{ ...RUN, claim: { size: 3 } }], 'does not unpack to what it declares'],
  ['fewer bytes than declared', [{ ...RUN, claim: { size: 3_000 } }], 'untrue'],
  ['stored bytes of another number', [{ ...RUN, method: 'store', claim: { size: 3 } }], 'size mismatch'],
  ['an untrue checksum', [{ ...RUN, claim: { crc: 1 } }], 'untrue'],
  ['no deflate stream', [{ ...RUN, packed: Buffer.from('not deflated at all') }], 'does not unpack'],
  ['a deflate stream that is cut', [{ ...RUN, packed: deflateRawSync('x'.repeat(99)).subarray(0, 4) }], 'does not unpack'],
  ['more packed bytes than there are', [{ ...RUN, claim: { compressedSize: 1_000_000 } }], 'overflows'],
  ['another name before the data', [{ ...RUN, claim: { local: { name: 'run.exe' } } }], 'two different things'],
  ['another compression before the data', [{ ...RUN, claim: { local: { method: 0 } } }], 'two different things'],
  ['another size before the data', [{ ...RUN, claim: { local: { size: 1 } } }], 'two different things'],
  ['other flags before the data', [{ ...RUN, claim: { local: { flags: 0 } } }], 'two different things'],
  ['an offset that leads outside', [{ ...RUN, claim: { offset: 1_000_000 } }], 'no sound zip'],
  ['an offset into the middle of a file', [{ ...RUN, claim: { offset: 5 } }], 'no sound zip'],
  ['two entries over the same bytes', [RUN, { name: 'run.json', sharesDataOf: 0 }], 'twice'],
  ['a second name in an extra field', [{ ...RUN, extra: secondName('evil.js', 'run.json') }], 'second name'],
  ['sizes of 64 bits', [{ ...RUN, extra: Buffer.from([1, 0, 0, 0]) }], 'sizes of 64 bits'],
])('%s is refused', async (_name, entries, message) => {
  expect(await refused(read(entries))).toContain(message);
});

function secondName(name: string, old: string): Buffer {
  const data = Buffer.concat([Buffer.from([1]), Buffer.alloc(4), Buffer.from(name)]);
  data.writeUInt32LE(crcOf(old), 1);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

function crcOf(text: string): number {
  return writeZip([{ name: 'x', content: text }]).readUInt32LE(14);
}

test('entries that share bytes are refused: one kernel of a bomb under many names', async () => {
  // The second entry begins in the data of the first, where a whole header and file stand.
  const inner = writeZip([{ name: 'inner', content: 'x'.repeat(100) }]);
  const offset = 30 + 'outer'.length;
  expect(
    await refused(
      read([
        { name: 'outer', content: inner, method: 'store' },
        { name: 'inner', content: 'x'.repeat(100), sharesDataOf: 0, claim: { offset } },
      ]),
    ),
  ).toContain('shares bytes');
});

test.each<readonly [string, ZipOptions]>([
  ['an end that counts fewer entries', { entryCount: 0 }],
  ['an end that counts more entries', { entryCount: 2 }],
  ['bytes between directory and end', { gap: Buffer.from('gap') }],
  ['a comment', { comment: Buffer.from('comment') }],
  ['an end record in the comment', { comment: writeZip([{ name: 'other', content: 'x' }]) }],
])('%s is refused', async (_name, options) => {
  await refused(read([RUN], options));
});

const SMALL: ArtifactLimits = { compressedBytes: 20_000, files: 3, fileBytes: 1_000, totalBytes: 1_500 };

test('the number of files is limited before any is read', async () => {
  const entries = [1, 2, 3, 4].map((number) => ({ name: `f${String(number)}`, content: 'x' }));
  expect((await read(entries.slice(1), {}, SMALL)).size).toBe(3);
  expect(await refused(read(entries, {}, SMALL))).toContain('more than 3 files');
  expect(await refused(read([RUN], { entryCount: 65_535 }))).toContain('more than 20 files');
});

test('one file and all files together are limited, by what they declare', async () => {
  expect((await read([{ name: 'a', content: 'x'.repeat(1_000) }], {}, SMALL)).get('a')).toHaveLength(1_000);
  expect(await refused(read([{ name: 'a', content: 'x'.repeat(1_001) }], {}, SMALL))).toContain('too large');
  const half = { content: 'x'.repeat(800) };
  expect(
    await refused(
      read(
        [
          { name: 'a', ...half },
          { name: 'b', ...half },
        ],
        {},
        SMALL,
      ),
    ),
  ).toContain('too large');
});

test('the archive itself is limited', async () => {
  expect(await refused(readZip(Buffer.alloc(20_001), SMALL))).toContain('more than 20,000 bytes');
});

test('a bomb that declares little is stopped where its declaration ends, whatever it would unpack to', async () => {
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
  const before = process.memoryUsage().arrayBuffers;
  expect(await refused(read([{ name: 'run.json', packed: bomb, claim: { size: 100, crc: 0 } }]))).toContain('does not unpack');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
});

test('a bomb that declares what it is is not unpacked at all', async () => {
  const size = 17 * 1024 * 1024;
  const entry = { name: 'run.json', packed: deflateRawSync(Buffer.alloc(size)), claim: { size, crc: 0 } };
  expect(await refused(read([entry]))).toContain('too large');
});

test('a text, an empty file, and an archive that is cut at any byte are refused', async () => {
  const whole = writeZip([RUN, { name: 'b', content: 'bbbb' }]);
  await refused(readZip(Buffer.from('<html>'), ARTIFACT_LIMITS));
  for (let length = 0; length < whole.length; length++) await refused(readZip(whole.subarray(0, length), ARTIFACT_LIMITS));
});

test('an archive with any damage is either read within the limits or refused: never hung, never another error', async () => {
  const whole = writeZip([
    RUN,
    { name: 'dir/', mode: 0o040755, method: 'store' },
    { name: 'dir/b', content: 'bbbb', method: 'store' },
  ]);
  const random = seededRandom('damage');
  for (let round = 0; round < 2_000; round++) {
    const damaged = Buffer.from(whole);
    for (let change = 0; change <= random.integer(3); change++) damaged[random.integer(damaged.length)] = random.integer(256);
    const outcome = await readZip(damaged, SMALL).catch((error: unknown) => error);
    if (outcome instanceof Map) expect(outcome.size).toBeLessThanOrEqual(3);
    else expect(outcome).toBeInstanceOf(HostileArtifact);
  }
});

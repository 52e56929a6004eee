import { crc32 } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { fromBufferPromise, type Entry, type Options } from 'yauzl';
import { bomb, writeZip, zip64Extra } from './zip-writer.ts';

interface Read {
  readonly entry: Entry;
  readonly content: Buffer;
}

/** The entries as yauzl reads them; with `lax` it neither checks sizes nor looks at names. */
async function read(zip: Buffer, options: Options = {}): Promise<Read[]> {
  const file = await fromBufferPromise(zip, { lazyEntries: true, ...options });
  const found: Read[] = [];
  for await (const entry of file.eachEntry()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
    found.push({ entry, content: Buffer.concat(chunks) });
  }
  return found;
}

const lax: Options = { validateEntrySizes: false, decodeStrings: false };

const nameOf = ({ entry }: Read): string => entry.fileNameRaw.toString();

test('without oddities it is a plain archive that every check accepts', async () => {
  const zip = writeZip([
    { name: 'run.json', content: '{"ä":1}' },
    { name: 'sub/stored.bin', content: Buffer.from([0, 255]), method: 'store' },
    { name: 'empty', content: '' },
  ]);
  const entries = await read(zip);
  expect(entries.map(({ entry }) => entry.fileName)).toEqual(['run.json', 'sub/stored.bin', 'empty']);
  expect(entries.map(({ content }) => content.toString('latin1'))).toEqual([
    Buffer.from('{"ä":1}').toString('latin1'),
    '\0ÿ',
    '',
  ]);
  expect(entries.map(({ entry, content }) => entry.crc32 === crc32(content))).toEqual([true, true, true]);
});

test.each(['/etc/passwd', '../outside', 'a/../../b', String.raw`..\outside`, 'C:/x', 'a\0b', '', 'a//b'])(
  'the name %j stands in the archive as it is',
  async (name) => {
    const [entry] = await read(writeZip([{ name, content: 'x' }]), lax);
    expect(entry === undefined ? undefined : nameOf(entry)).toBe(name);
  },
);

test('names that climb out are what a strict reader refuses', async () => {
  await expect(read(writeZip([{ name: '../outside' }]))).rejects.toThrow(/relative path/);
  await expect(read(writeZip([{ name: '/absolute' }]))).rejects.toThrow(/absolute path/);
});

test('a link is a link: its mode says so and its content is the target', async () => {
  const [link] = await read(writeZip([{ name: 'run.json', content: '/etc/passwd', mode: 0o120777 }]));
  expect((link?.entry.externalFileAttributes ?? 0) >>> 16).toBe(0o120777);
  expect(link?.content.toString()).toBe('/etc/passwd');
});

test('duplicate names are two entries', async () => {
  const entries = await read(writeZip([{ name: 'a', content: '1' }, { name: 'a', content: '2' }])); // prettier-ignore
  expect(entries.map(({ content }) => content.toString())).toEqual(['1', '2']);
});

test('a wrong size is what a strict reader stumbles over', async () => {
  const zip = writeZip([{ name: 'a', content: 'x'.repeat(100), claim: { size: 10 } }]);
  await expect(read(zip)).rejects.toThrow(/too many bytes/);
  expect((await read(zip, lax))[0]?.content).toHaveLength(100);
});

test('a bomb is small on the wire and large in memory', async () => {
  const zip = writeZip([bomb('run.json', 50 << 20)]);
  expect(zip.length).toBeLessThan(64 << 10);
  expect((await read(zip))[0]?.content).toHaveLength(50 << 20);
});

test('overlapping entries share their data', async () => {
  const zip = writeZip([{ name: 'a', content: 'shared' }, { name: 'b', sharesDataOf: 0 }]); // prettier-ignore
  const entries = await read(zip);
  expect(entries.map(({ content }) => content.toString())).toEqual(['shared', 'shared']);
  expect(new Set(entries.map(({ entry }) => entry.relativeOffsetOfLocalHeader)).size).toBe(1);
  expect(zip.toString('latin1').split('PK\u0003\u0004')).toHaveLength(2);
});

test('a local header can say another name than the directory', async () => {
  const file = await fromBufferPromise(writeZip([{ name: 'run.json', claim: { local: { name: 'evil' } } }]), {
    lazyEntries: true,
  });
  for await (const entry of file.eachEntry()) {
    const local = await file.readLocalFileHeaderPromise(entry);
    expect([entry.fileName, local.fileName.toString()]).toEqual(['run.json', 'evil']);
  }
});

test('the encrypted flag, an unknown method and a wrong checksum are claimed as told', async () => {
  const file = await fromBufferPromise(writeZip([{ name: 'a', claim: { flags: 1, method: 99, crc: 7 } }]), { lazyEntries: true });
  for await (const entry of file.eachEntry())
    expect([entry.isEncrypted(), entry.compressionMethod, entry.crc32]).toEqual([true, 99, 7]);
});

test.each([
  ['cut at its end', writeZip([{ name: 'a', content: 'x' }], { keep: -1 })],
  ['cut in its middle', writeZip([{ name: 'a', content: 'x' }], { keep: 20 })],
  ['empty', writeZip([{ name: 'a' }], { keep: 0 })],
  ['claiming more entries than there are', writeZip([{ name: 'a' }], { entryCount: 5 })],
  ['pointing outside itself', writeZip([{ name: 'a', content: 'x', claim: { offset: 1 << 20 } }])],
  [
    'with zip64 records that point nowhere',
    writeZip([{ name: 'a' }], { zip64: { entries: 1n << 60n, directorySize: 1n << 50n, directoryOffset: 1n << 40n } }),
  ],
  [
    'with a zip64 field that is too short',
    writeZip([{ name: 'a', content: 'x', extra: zip64Extra(1n), claim: { size: 0xffffffff, compressedSize: 0xffffffff } }]),
  ],
])('an archive %s cannot be read', async (_, zip) => {
  await expect(read(zip)).rejects.toThrow();
});

test('sizes in a zip64 field are those that a reader goes by', async () => {
  const zip = writeZip([
    { name: 'a', extra: zip64Extra(1n << 45n, 3n), claim: { size: 0xffffffff, compressedSize: 0xffffffff } },
  ]);
  const file = await fromBufferPromise(zip, { lazyEntries: true });
  for await (const entry of file.eachEntry()) expect([entry.uncompressedSize, entry.compressedSize]).toEqual([2 ** 45, 3]);
});

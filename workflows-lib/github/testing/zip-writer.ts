import { crc32, deflateRawSync } from 'node:zlib';

/**
 * One file of a zip. What `claim` says is written into the headers whatever the content is, so that an archive can lie
 * (field names as in APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12).
 */
export interface ZipEntry {
  /** As it is: nothing is cleaned. Bytes for names that are not UTF-8. */
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** `deflate` when not said. */
  readonly method?: 'store' | 'deflate';
  /** Written instead of the compressed content. */
  readonly packed?: Buffer;
  /** Unix mode for the external attributes: `0o120777` makes a symbolic link whose target is the content. */
  readonly mode?: number;
  /** Extra fields, for example from `zip64Extra`. */
  readonly extra?: Buffer;
  /** Writes no data of its own: the entry points at the data of the entry with this index, so that both overlap. Its sizes are those of its
   * own content where it has one. */
  readonly sharesDataOf?: number;
  readonly claim?: ZipClaim;
}

/** What headers say instead of the truth. */
export interface ZipClaim {
  readonly size?: number;
  readonly compressedSize?: number;
  readonly crc?: number;
  /** General purpose flags: bit 0 is "encrypted", bit 11 "names are UTF-8". */
  readonly flags?: number;
  /** The number of the compression method. */
  readonly method?: number;
  /** What the local header says when it is to differ from the directory. */
  readonly local?: { readonly name?: string; readonly method?: number; readonly flags?: number; readonly size?: number };
  /** Where the local header is said to be. */
  readonly offset?: number;
}

/** What is odd about the archive as a whole. */
export interface ZipOptions {
  readonly comment?: string | Buffer;
  /** Stands between the directory and the end record. */
  readonly gap?: Buffer;
  /** How many entries the end record claims. */
  readonly entryCount?: number;
  /** Appends a zip64 end record and its locator with these figures, and the marks in the end record that make readers look there. */
  readonly zip64?: { readonly entries: bigint; readonly directorySize: bigint; readonly directoryOffset: bigint };
  /** Keeps only this many bytes from the start; negative: cuts that many off the end. */
  readonly keep?: number;
}

interface Written {
  readonly entry: ZipEntry;
  readonly offset: number;
  readonly data: Buffer;
  readonly crc: number;
  readonly size: number;
}

/**
 * Writes a zip exactly as told, also such as no library would write: names that climb or are absolute, links, duplicates, wrong sizes,
 * overlaps, an encrypted flag, a cut end, nonsense in zip64. Without any of that it is a plain and valid archive.
 */
export function writeZip(entries: readonly ZipEntry[], options: ZipOptions = {}): Buffer {
  const written: Written[] = [];
  const chunks: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const shared = entry.sharesDataOf === undefined ? undefined : written[entry.sharesDataOf];
    const place =
      shared === undefined
        ? { ...compress(entry), entry, offset }
        : { ...(entry.content === undefined ? shared : compress(entry)), entry, offset: shared.offset };
    written.push(place);
    if (shared !== undefined) continue;
    const local = Buffer.concat([localHeader(place), place.data]);
    chunks.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(written.map(directoryHeader));
  const { gap = Buffer.alloc(0) } = options;
  const whole = Buffer.concat([...chunks, directory, gap, endRecords(entries.length, directory.length, { offset, options })]);
  return options.keep === undefined ? whole : whole.subarray(0, options.keep < 0 ? whole.length + options.keep : options.keep);
}

/** A file of `size` zero bytes, which deflate shrinks about a thousandfold. */
export function bomb(name: string, size: number): ZipEntry {
  return { name, content: Buffer.alloc(size) };
}

/** The zip64 extra field (header id 1) with the figures that a header marks as too large for itself. */
export function zip64Extra(...figures: readonly bigint[]): Buffer {
  const extra = Buffer.alloc(4 + figures.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(figures.length * 8, 2);
  figures.forEach((figure, index) => extra.writeBigUInt64LE(figure, 4 + index * 8));
  return extra;
}

const STORED = 0;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
const MADE_BY_UNIX = 0x031e;
const NEEDS_VERSION = 20;
const ZIP64_MARK = { 16: 0xffff, 32: 0xffffffff } as const;
/** 1980-01-01, the first day that a zip knows. */
const DOS_DATE = 0x21;

function compress(entry: ZipEntry): Pick<Written, 'data' | 'crc' | 'size'> {
  const content = Buffer.from(entry.content ?? '');
  const data = entry.packed ?? (entry.method === 'store' ? content : deflateRawSync(content));
  return { data, crc: crc32(content), size: content.length };
}

/** What local header and directory say alike: version, flags, method, date, checksum, sizes. */
function commonFields({ entry, data, crc, size }: Written, claim: ZipClaim = entry.claim ?? {}): Buffer {
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(NEEDS_VERSION, 0);
  fields.writeUInt16LE(claim.flags ?? (typeof entry.name === 'string' ? UTF8_NAMES : 0), 2);
  fields.writeUInt16LE(claim.method ?? (entry.method === 'store' ? STORED : DEFLATED), 4);
  fields.writeUInt16LE(DOS_DATE, 8);
  fields.writeUInt32LE(claim.crc ?? crc, 10);
  fields.writeUInt32LE(claim.compressedSize ?? data.length, 14);
  fields.writeUInt32LE(claim.size ?? size, 18);
  return fields;
}

function localHeader(written: Written): Buffer {
  const { claim = {} } = written.entry;
  const name = Buffer.from(claim.local?.name ?? written.entry.name);
  const extra = written.entry.extra ?? Buffer.alloc(0);
  return Buffer.concat([
    signature(0x04034b50),
    commonFields(written, { ...claim, ...claim.local }),
    uint16(name.length),
    uint16(extra.length),
    name,
    extra,
  ]);
}

function directoryHeader(written: Written): Buffer {
  const { entry, offset } = written;
  const name = Buffer.from(entry.name);
  const extra = entry.extra ?? Buffer.alloc(0);
  const attributes = ((entry.mode ?? 0o100644) << 16) >>> 0;
  return Buffer.concat([
    ...[signature(0x02014b50), uint16(MADE_BY_UNIX), commonFields(written)],
    // Lengths of name, extra and comment; the disk; internal and external attributes; the place of the local header.
    ...[uint16(name.length), uint16(extra.length), uint16(0), uint16(0), uint16(0), uint32(attributes)],
    ...[uint32(entry.claim?.offset ?? offset), name, extra],
  ]);
}

interface EndPlace {
  readonly offset: number;
  readonly options: ZipOptions;
}

function endRecords(count: number, directorySize: number, { offset, options }: EndPlace): Buffer {
  const { zip64 } = options;
  const comment = Buffer.from(options.comment ?? '');
  const entries = uint16(zip64 === undefined ? (options.entryCount ?? count) : ZIP64_MARK[16]);
  const place = zip64 === undefined ? [uint32(directorySize), uint32(offset)] : [uint32(ZIP64_MARK[32]), uint32(ZIP64_MARK[32])];
  return Buffer.concat([
    zip64 === undefined ? Buffer.alloc(0) : zip64Records(zip64, BigInt(offset + directorySize)),
    ...[signature(0x06054b50), uint16(0), uint16(0), entries, entries, ...place, uint16(comment.length), comment],
  ]);
}

/** The zip64 end record (4.3.14) and its locator (4.3.15). */
function zip64Records({ entries, directorySize, directoryOffset }: NonNullable<ZipOptions['zip64']>, at: bigint): Buffer {
  return Buffer.concat([
    ...[signature(0x06064b50), uint64(44n), uint16(MADE_BY_UNIX), uint16(45), uint32(0), uint32(0)],
    ...[uint64(entries), uint64(entries), uint64(directorySize), uint64(directoryOffset)],
    ...[signature(0x07064b50), uint32(0), uint64(at), uint32(1)],
  ]);
}

const signature = (value: number): Buffer => uint32(value);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

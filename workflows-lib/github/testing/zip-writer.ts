/** Zip archives byte by byte, honest unless told otherwise. Source: PKWARE APPNOTE 6.3.10, 4.3 and 4.4. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry; whatever is given overrides what would be true. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** 8 is deflate (default), 0 is stored. */
  readonly method?: number;
  /** Instead of the compressed content. */
  readonly packed?: Buffer;
  readonly flags?: number;
  readonly crc?: number;
  /** Declared sizes, in the directory and the entry's own header. */
  readonly size?: number;
  readonly packedSize?: number;
  /** Unix mode, such as 0o120777 for a link. */
  readonly mode?: number;
  /** Differing from the directory, in the entry's own header. */
  readonly local?: { readonly name?: string; readonly method?: number; readonly flags?: number; readonly size?: number };
  /** Where the directory says that the entry begins. */
  readonly offset?: number;
  readonly extra?: Buffer;
  /** Left out of the body: the directory names bytes of another entry. */
  readonly bodiless?: boolean;
}

/** What may be untrue of the archive. */
export interface ZipLies {
  /** Number of entries that the end record states. */
  readonly count?: number;
  readonly comment?: Buffer;
  /** Before the first entry. */
  readonly prefix?: Buffer;
  /** Between the directory and the end record. */
  readonly gap?: Buffer;
}

/** Writes an archive. */
export function writeZip(entries: readonly ZipEntry[], lies: ZipLies = {}): Buffer {
  const { prefix = Buffer.alloc(0), comment = Buffer.alloc(0), gap = Buffer.alloc(0) } = lies;
  const bodies: Buffer[] = [prefix];
  const directory: Buffer[] = [];
  let offset = prefix.length;
  for (const entry of entries) {
    const parts = partsOf(entry);
    directory.push(directoryRecord(entry, parts, entry.offset ?? offset));
    if (entry.bodiless === true) continue;
    const body = Buffer.concat([localHeader(entry, parts), parts.packed]);
    bodies.push(body);
    offset += body.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(lies.count ?? entries.length, 8);
  end.writeUInt16LE(lies.count ?? entries.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, records, gap, end, comment]);
}

interface Parts {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

function partsOf(entry: ZipEntry): Parts {
  const content = Buffer.from(entry.content ?? '');
  const method = entry.method ?? 8;
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
  return {
    name: Buffer.from(entry.name),
    packed,
    method,
    flags: entry.flags ?? 0x800,
    crc: entry.crc ?? crc32(content),
    size: entry.size ?? content.length,
    packedSize: entry.packedSize ?? packed.length,
  };
}

function localHeader({ local = {}, extra = Buffer.alloc(0) }: ZipEntry, parts: Parts): Buffer {
  const name = local.name === undefined ? parts.name : Buffer.from(local.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(local.flags ?? parts.flags, 6);
  header.writeUInt16LE(local.method ?? parts.method, 8);
  header.writeUInt32LE(parts.crc, 14);
  header.writeUInt32LE(parts.packedSize, 18);
  header.writeUInt32LE(local.size ?? parts.size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

function directoryRecord({ mode, extra = Buffer.alloc(0) }: ZipEntry, parts: Parts, offset: number): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE((3 << 8) | 20, 4);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(parts.flags, 8);
  record.writeUInt16LE(parts.method, 10);
  record.writeUInt32LE(parts.crc, 16);
  record.writeUInt32LE(parts.packedSize, 20);
  record.writeUInt32LE(parts.size, 24);
  record.writeUInt16LE(parts.name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(((mode ?? 0o100644) << 16) >>> 0, 38);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, parts.name, extra]);
}

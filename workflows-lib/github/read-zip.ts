/** Reads an archive that a stranger may have made, into memory and never onto a disk. */
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { toError } from '../core/errors.ts';
import { oneLine } from '../core/log-guard.ts';
import { HostileArtifact } from './errors.ts';
import { checkEntry, type ArchiveMember } from './zip-entry.ts';

/** What an artifact may at most be. */
export interface ArtifactLimits {
  readonly compressedBytes: number;
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}

/** Several times what a run of 5,000 metrics takes. */
export const ARTIFACT_LIMITS: ArtifactLimits = {
  compressedBytes: 8 * 1024 * 1024,
  files: 20,
  fileBytes: 16 * 1024 * 1024,
  totalBytes: 32 * 1024 * 1024,
};

const inflate = promisify(inflateRaw);
/** The end record of an archive without a comment. */
const END_RECORD_BYTES = 22;

/**
 * The files of an archive by their paths. Throws HostileArtifact for anything that an honest writer of such an artifact does not do: paths that
 * leave the archive, links, encryption, names that stand twice, sizes or checksums that are untrue, entries that share bytes, bytes that belong
 * to nothing, too much of anything. Sizes count as inflated, not as declared, so the work is bounded by the limits whatever the archive says.
 */
export async function readZip(bytes: Buffer, limits: ArtifactLimits): Promise<ReadonlyMap<string, Buffer>> {
  if (bytes.length > limits.compressedBytes)
    throw new HostileArtifact(`the artifact has more than ${count(limits.compressedBytes)} bytes`);
  try {
    const members = await readDirectory(bytes, limits);
    return await unpack(bytes, members, limits);
  } catch (error) {
    if (error instanceof HostileArtifact) throw error;
    throw new HostileArtifact(`the artifact is no sound zip archive: ${oneLine(toError(error).message, 200)}`, { cause: error });
  }
}

async function readDirectory(bytes: Buffer, limits: ArtifactLimits): Promise<readonly ArchiveMember[]> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true });
  if (zip.entryCount > limits.files) throw new HostileArtifact(`the artifact has more than ${count(limits.files)} files`);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  // Typed as a boolean by mistake.
  const directoryEnd: unknown = zip.readEntryCursor;
  if (zip.comment !== '' || directoryEnd !== bytes.length - END_RECORD_BYTES) {
    throw new HostileArtifact('the artifact holds bytes or entries that its directory does not account for');
  }
  const members: ArchiveMember[] = [];
  for (const entry of entries) members.push(await readMember(zip, entry));
  checkTogether(members);
  return members;
}

async function readMember(zip: ZipFile, entry: Entry): Promise<ArchiveMember> {
  const path = checkEntry(entry);
  const local = await zip.readLocalFileHeaderPromise(entry);
  // An entry that is written as a stream states its sizes only behind its data and in the directory.
  const streamed = (entry.generalPurposeBitFlag & 0x8) !== 0 && local.uncompressedSize === 0 && local.compressedSize === 0;
  const sameSizes = local.uncompressedSize === entry.uncompressedSize && local.compressedSize === entry.compressedSize;
  const sameKind =
    local.compressionMethod === entry.compressionMethod && local.generalPurposeBitFlag === entry.generalPurposeBitFlag;
  if (!local.fileName.equals(entry.fileNameRaw) || !sameKind || !(streamed || sameSizes)) {
    throw new HostileArtifact(`the artifact says two different things of ${path.shown}`);
  }
  return { ...path, entry, start: entry.relativeOffsetOfLocalHeader, dataStart: local.fileDataStart };
}

/** No name twice, whatever its case; no byte in two entries. */
function checkTogether(members: readonly ArchiveMember[]): void {
  const seen = new Set<string>();
  for (const { path, shown } of members) {
    const key = path.normalize('NFC').toLowerCase();
    if (seen.has(key)) throw new HostileArtifact(`the artifact has ${shown} twice`);
    seen.add(key);
  }
  let end = 0;
  for (const { start, dataStart, entry, shown } of members.toSorted((left, right) => left.start - right.start)) {
    if (start < end) throw new HostileArtifact(`${shown} of the artifact shares bytes with another file`);
    end = dataStart + entry.compressedSize;
  }
}

async function unpack(
  bytes: Buffer,
  members: readonly ArchiveMember[],
  limits: ArtifactLimits,
): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  let left = limits.totalBytes;
  for (const member of members) {
    if (member.isFolder) continue;
    const content = await contentOf(bytes, member, Math.min(limits.fileBytes, left));
    left -= content.length;
    files.set(member.path, content);
  }
  return files;
}

async function contentOf(bytes: Buffer, { entry, dataStart, shown }: ArchiveMember, room: number): Promise<Buffer> {
  const packed = bytes.subarray(dataStart, dataStart + entry.compressedSize);
  if (entry.uncompressedSize > room)
    throw new HostileArtifact(`${shown} of the artifact is too large: more than ${count(room)} bytes`);
  const content =
    entry.compressionMethod === 0 ? Buffer.from(packed) : await inflated(packed, { shown, declared: entry.uncompressedSize });
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) {
    throw new HostileArtifact(`${shown} of the artifact is damaged: its size or checksum is untrue`);
  }
  return content;
}

/** Stops one byte after what was declared: a bomb is never unpacked. */
async function inflated(
  packed: Buffer,
  { shown, declared }: { readonly shown: string; readonly declared: number },
): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: declared + 1 });
  } catch (error) {
    throw new HostileArtifact(`${shown} of the artifact is damaged: it does not unpack to what it declares`, { cause: error });
  }
}

function count(value: number): string {
  return value.toLocaleString('en');
}

import type { Entry } from 'yauzl';
import { oneLine } from '../core/log-guard.ts';
import { HostileArtifact } from './errors.ts';

/** One entry of an archive, its place known and its name found harmless. */
export interface ArchiveMember extends EntryPath {
  readonly entry: Entry;
  /** Of its own header. */
  readonly start: number;
  readonly dataStart: number;
}

/** Where an entry wants to lie. */
export interface EntryPath {
  /** Relative, with forward slashes. */
  readonly path: string;
  /** For messages. */
  readonly shown: string;
  readonly isFolder: boolean;
}

const MAX_PATH_BYTES = 255;
/** General purpose bits: encrypted, patched data, strongly encrypted, header masked. */
const FORBIDDEN_FLAGS = 0x1 | 0x20 | 0x40 | 0x2000;
const UNICODE_PATH = 0x7075;
const ZIP64 = 0x0001;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/** The path of an entry. Throws HostileArtifact for everything that is no plain file or folder inside the archive. */
export function checkEntry(entry: Entry): EntryPath {
  const shown = JSON.stringify(oneLine(entry.fileName, 80));
  const fail = (what: string): never => {
    throw new HostileArtifact(`${shown} of the artifact ${what}`);
  };
  const isFolder = entry.fileName.endsWith('/');
  const path = isFolder ? entry.fileName.slice(0, -1) : entry.fileName;
  if (entry.fileNameLength > MAX_PATH_BYTES || !isHarmless(path)) fail('has a name that no artifact of ours has');
  if ((entry.generalPurposeBitFlag & FORBIDDEN_FLAGS) !== 0) fail('is encrypted or patched');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) fail('is compressed in another way than deflate');
  if (entry.extraFields.some(({ id }) => id === UNICODE_PATH)) fail('has a second name');
  if (entry.extraFields.some(({ id }) => id === ZIP64)) fail('has sizes of 64 bits');
  // The upper half holds the Unix mode, whatever system the entry claims to be from: extractors do not all look at that.
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== (isFolder ? FOLDER : REGULAR)) fail('is a link or another special file');
  if (isFolder && (entry.uncompressedSize !== 0 || entry.compressedSize > 2)) fail('is a folder with content');
  return { path, shown, isFolder };
}

/** Relative, without a way up, and without characters that mean something to a shell, a terminal or another file system. */
function isHarmless(path: string): boolean {
  if (!path.isWellFormed() || /[\u0000-\u001f\u007f-\u009f\ufffd\\:*?"<>|]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

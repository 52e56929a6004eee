/** One side of a comparison, on disk. */
export interface SideSource {
  /** What people call it: a branch, a tag, a folder. */
  readonly label: string;
  /** Null where the folder is no repository. */
  readonly commit: string | null;
  readonly origin: 'merge-base' | 'ref' | 'directory' | 'checkout';
  /** Absolute: the root of the repository to work in. */
  readonly folder: string;
  /** Removes what was made for it; never more. Safe to call twice. */
  remove(): Promise<void>;
}

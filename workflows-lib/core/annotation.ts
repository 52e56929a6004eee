/** A remark on lines of a file of the repository: on a check, in the log of a job. */
export interface Annotation {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'failure' | 'warning' | 'notice';
  /** At most 255 characters. */
  readonly title: string;
  readonly message: string;
}

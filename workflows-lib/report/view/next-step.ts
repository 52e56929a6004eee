/** One thing to look at or to do. Plain text, to be escaped where it is shown. */
export interface NextStep {
  /** What it is about, to be set apart: an objective, an operation or a metric. */
  readonly subject: string;
  readonly text: string;
}

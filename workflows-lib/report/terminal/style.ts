import type { Paint } from '../terminal-table.ts';
import type { Result } from '../view/verdict.ts';

/** Width and colours of a terminal report; without colours every paint gives its text back. */
export interface Style {
  readonly width: number;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
  readonly verdict: (result: Result) => Paint;
}

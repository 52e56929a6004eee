/** The hidden first line by which a comment of ours is known, and which run it shows. */
import { UsageError } from '../core/errors.ts';
import { oneLine } from '../core/log-guard.ts';

/** Which of two results is the newer one: the later run, and of one run the later attempt. */
export interface RunOrder {
  readonly runId: number;
  readonly runAttempt: number;
}

/** What a marker says. */
export interface Marker {
  readonly name: string;
  readonly order: RunOrder;
}

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_NAME_LENGTH = 50;
const MARKER = /^<!-- shotclock:comment name=([a-z0-9]+(?:-[a-z0-9]+)*) run=(\d{1,15})\.(\d{1,9}) -->(?=\r?\n|$)/;

/** Throws UsageError for a name that the marker cannot hold: two hyphens in a row would end an HTML comment. */
export function checkCommentName(name: string): void {
  if (NAME.test(name) && name.length <= MAX_NAME_LENGTH) return;
  throw new UsageError(
    `${JSON.stringify(oneLine(name, 80))} cannot name a report: lower-case letters and digits, single hyphens between them, at most ${String(MAX_NAME_LENGTH)} characters`,
  );
}

/** The body with its marker before it. */
export function withMarker({ name, order }: Marker, body: string): string {
  return `<!-- shotclock:comment name=${name} run=${String(order.runId)}.${String(order.runAttempt)} -->\n${body}`;
}

/** The marker that a body begins with. One that stands anywhere else is somebody's quotation. */
export function readMarker(body: string): Marker | undefined {
  const [, name, runId, runAttempt] = MARKER.exec(body) ?? [];
  return name === undefined ? undefined : { name, order: { runId: Number(runId), runAttempt: Number(runAttempt) } };
}

/** Positive where the left one is newer, 0 for the same attempt of the same run. */
export function compareOrder(left: RunOrder, right: RunOrder): number {
  return left.runId - right.runId || left.runAttempt - right.runAttempt;
}

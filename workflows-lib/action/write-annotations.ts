import type { Annotation } from '../core/annotation.ts';
import { logLine } from '../core/log-guard.ts';
import { messageText } from './action-log.ts';
import type { ActionLog } from './action-log.ts';
import type { Toolkit } from './toolkit.ts';

/** GitHub keeps ten annotations of each level from one step and drops the rest without a word; one is left for the step's own ending. */
const SHOWN_OF_EACH = 9;

/** Shows the first annotations of each level on the files they belong to, and says how many more there are. */
export function writeAnnotations(annotations: readonly Annotation[], toolkit: Toolkit, { log }: Pick<ActionLog, 'log'>): void {
  const seen = { failure: 0, warning: 0, notice: 0 };
  for (const annotation of annotations) {
    seen[annotation.level]++;
    if (seen[annotation.level] <= SHOWN_OF_EACH) show(annotation, toolkit);
  }
  const more = Object.values(seen).reduce((sum, count) => sum + Math.max(0, count - SHOWN_OF_EACH), 0);
  if (more > 0) log.info(`${more} more in the report: GitHub shows ten annotations of a step.`);
}

function show({ path, startLine, endLine, level, title, message }: Annotation, toolkit: Toolkit): void {
  const properties = { title: logLine(title), file: path, startLine, endLine };
  toolkit[level === 'failure' ? 'error' : level](messageText(message), properties);
}

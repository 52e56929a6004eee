import { stat } from 'node:fs/promises';
import type { Log } from '../core/log.ts';
import { toError } from '../core/errors.ts';
import type { Env } from './parse-inputs.ts';
import type { Toolkit } from './toolkit.ts';

/** A runner drops a step's summary that is longer, and the step passes all the same. */
export const SUMMARY_LIMIT = 1024 * 1024;

/** Adds Markdown to the summary of the step. Without a runner there is none; one that cannot be written is a warning. */
export async function writeSummary(
  markdown: string,
  { toolkit, env, log }: { readonly toolkit: Toolkit; readonly env: Env; readonly log: Log },
): Promise<void> {
  const file = env['GITHUB_STEP_SUMMARY'] ?? '';
  if (file === '') return;
  try {
    const { size } = await stat(file);
    await toolkit.summary.addRaw(`${fitSummary(markdown, SUMMARY_LIMIT - size - 1)}\n`).write();
  } catch (error) {
    log.warn(`the job summary could not be written: ${toError(error).message}`);
  }
}

const NOTE = '**The summary ends here: GitHub shows no more than 1 MiB. The whole report is in the artifact.**';

/** Markdown of at most so many UTF-8 bytes: cut after a whole line, with what was open closed again and a note. */
export function fitSummary(markdown: string, limitBytes: number): string {
  if (Buffer.byteLength(markdown) <= limitBytes) return markdown;
  let kept = Buffer.from(markdown).subarray(0, Math.max(0, limitBytes)).toString('utf8');
  for (;;) {
    kept = kept.slice(0, Math.max(0, kept.lastIndexOf('\n')));
    const closed = `${kept}${closing(kept)}\n\n${NOTE}`;
    if (Buffer.byteLength(closed) <= limitBytes) return closed;
    if (kept === '') return '';
  }
}

/** What ends a code block and the folds that the text leaves open. */
function closing(text: string): string {
  const fence = (text.match(/^```/gm)?.length ?? 0) % 2 === 1 ? '\n```' : '';
  const folds = (text.match(/<details[ >]/g)?.length ?? 0) - (text.match(/<\/details>/g)?.length ?? 0);
  return `${fence}${'\n</details>'.repeat(Math.max(0, folds))}`;
}

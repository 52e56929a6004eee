import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { standInOf } from '../stand-ins/map.ts';
import { ROOT } from '../workflow-files.ts';
import type { WorkflowFile } from '../workflow-files.ts';

/** How own actions are called in the copies that act runs: `shotclock/shotclock/actions/NAME@self`. */
export const SELF = 'shotclock/shotclock@self';

/**
 * The workflow as act can run it. Two things that GitHub does and act 0.2.89 cannot are written into the copy: `$/actions/NAME` becomes a
 * reference that act is told to take from a folder, and each job's own token, which on GitHub is `github.token` and is the same for all
 * jobs in act, is given to every step that takes a token and would get it by default.
 */
export function rewriteForAct(file: WorkflowFile, tokenOf: (job: string) => string): string {
  const document = parseDocument(file.text);
  const jobs = document.get('jobs', true);
  if (!isMap(jobs)) throw new Error(`${file.path} has no jobs`);
  for (const { key } of jobs.items) rewriteJob(document, String(key), tokenOf);
  return document.toString({ lineWidth: 0 });
}

function rewriteJob(document: Document, job: string, tokenOf: (job: string) => string): void {
  const steps = document.getIn(['jobs', job, 'steps'], true);
  if (!isSeq(steps)) return;
  for (const index of steps.items.keys()) {
    const step = ['jobs', job, 'steps', index];
    const uses = document.getIn([...step, 'uses']);
    if (typeof uses !== 'string') continue;
    if (takesToken(uses) && !document.hasIn([...step, 'with', 'token'])) document.setIn([...step, 'with', 'token'], tokenOf(job));
    document.setIn([...step, 'uses'], uses.replace(/^\$\/(.+)$/, 'shotclock/shotclock/$1@self'));
  }
}

function takesToken(uses: string): boolean {
  const folder = uses.startsWith('$/') ? join(ROOT, uses.slice(2)) : standInOf(uses.replace(/@.*$/, ''));
  if (folder === undefined) throw new Error(`no stand-in plays ${uses}`);
  const { inputs } = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as {
    readonly inputs?: Readonly<Record<string, unknown>>;
  };
  return inputs !== undefined && 'token' in inputs;
}

import type { RunDocument } from '../history/run-document.ts';
import { renderJobSummary } from '../report/comment.ts';
import { verdictLine } from '../report/summary.ts';
import { presentRun } from './report.ts';

/** A run as a job of a workflow shows it. */
export interface JobReport {
  /** For the log; safe there. */
  readonly text: string;
  /** For the job's summary. */
  readonly markdown: string;
  /** The verdict in one line, with the worst objective that was not met. */
  readonly sentence: string;
}

/** Columns of a log on GitHub's page before it wraps. */
const LOG_WIDTH = 120;

/** Shows a run to a job of a workflow. */
export function reportForJob(run: RunDocument, { colors }: { readonly colors: boolean }): JobReport {
  return { text: presentRun(run, { colors, width: LOG_WIDTH }), markdown: renderJobSummary(run), sentence: verdictLine(run) };
}

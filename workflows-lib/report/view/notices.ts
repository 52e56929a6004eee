import type { RunDocument } from '../../history/run-document.ts';
import { plural } from '../format.ts';
import { isUnfit } from './verdict.ts';

/** Something that a reader must know before trusting a figure. Plain text, to be escaped where it is shown. */
export interface Notice {
  readonly level: 'danger' | 'warning' | 'note';
  readonly title: string;
  readonly text: string;
}

/** What limits the worth of this run, the gravest first; the run's own warnings last. */
export function notices(run: RunDocument): Notice[] {
  return [...graveNotices(run), ...minorNotices(run)];
}

/** What makes every figure doubtful: a generator that was not fit, a run cut short. */
export function graveNotices(run: RunDocument): Notice[] {
  return [...generatorNotice(run), ...partialNotice(run)];
}

/** What limits single figures, and the run's own warnings. */
export function minorNotices(run: RunDocument): Notice[] {
  return [...unpricedNotice(run), ...runWarnings(run), ...simulatedNotice(run), ...replayedNotice(run)];
}

function generatorNotice(run: RunDocument): Notice[] {
  const { generator } = run;
  if (generator.verdict === 'ok') return [];
  const reasons = generator.reasons.length === 0 ? 'no reason was recorded' : generator.reasons.join('; ');
  const because = `${upperFirst(reasons)}.`;
  if (generator.verdict !== 'void') {
    return [{ level: 'warning', title: 'The generator was under strain', text: `${because} Tails may be too long.` }];
  }
  return isUnfit(run)
    ? [{ level: 'danger', title: 'Void: the generator was not fit to measure', text: `${because} Do not use these figures.` }]
    : [{ level: 'danger', title: 'The generator was not fit to measure', text: `${because} ${whatStands(run)}` }];
}

function whatStands({ comparison }: RunDocument): string {
  const stands = comparison?.headFailure === undefined ? 'what is counted still fails' : 'that head does not run still fails';
  return `Times are no evidence; ${stands}.`;
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function partialNotice({ run }: RunDocument): Notice[] {
  if (run.status === 'complete') return [];
  return [{ level: 'warning', title: 'Partial run', text: `It ended early: ${run.partialReason ?? 'no reason was recorded'}.` }];
}

function unpricedNotice({ cost }: RunDocument): Notice[] {
  if (cost.unpriced.length === 0) return [];
  const text = `No price is known for ${cost.unpriced.join(', ')}. Their tokens are counted, their cost is in no total. Add them under "prices".`;
  return [{ level: 'warning', title: `${plural(cost.unpriced.length, 'model')} unpriced`, text }];
}

function runWarnings(run: RunDocument): Notice[] {
  return [...new Set(run.warnings)].map((text) => ({ level: 'warning', title: 'Warning', text }));
}

/** Names of the services that our simulator stood in for. */
export function simulatedServices(run: RunDocument): string[] {
  return Object.entries(run.environment.services).flatMap(([name, service]) => (service.mode === 'simulated' ? [name] : []));
}

function simulatedNotice(run: RunDocument): Notice[] {
  const names = simulatedServices(run);
  if (names.length === 0) return [];
  const text =
    `Stood in for: ${names.join(', ')}. Latency is the simulator's, not a provider's, and nothing was paid: ` +
    'costs are what these tokens would cost at list prices.';
  return [{ level: 'note', title: 'Simulated model providers', text }];
}

function replayedNotice(run: RunDocument): Notice[] {
  const names = Object.entries(run.environment.services).flatMap(([name, { mode }]) => (mode === 'replayed' ? [name] : []));
  if (names.length === 0) return [];
  const text =
    `Played from recordings: ${names.join(', ')}. Answers and latency are those of the day they were recorded, and nothing was paid: ` +
    'costs are what these tokens would cost at list prices.';
  return [{ level: 'note', title: 'Replayed model providers', text }];
}

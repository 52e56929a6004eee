/** Which regressions of a pull request were accepted by somebody who may. Whoever only says so is asked about, not believed. */
import { oneLine } from '../core/log-guard.ts';
import { acceptCommands } from './accept-command.ts';
import type { GitHub } from './client.ts';
import { listLabels, mayWrite } from './discussion.ts';
import type { Discussed, Labelling, Remark } from './discussion.ts';

/** A regression that was accepted. */
export interface AcceptedRegression {
  readonly metric: string;
  readonly reason: string;
  readonly by: string;
  /** `comment-5` or `label-7`: where it was accepted. */
  readonly source: string;
}

/** What was found. */
export interface FoundAcceptances {
  /** At most one a metric: the newest comment counts before a label. */
  readonly accepted: readonly AcceptedRegression[];
  /** One sentence for each attempt that does not count, of which some text comes from outside. */
  readonly notes: readonly string[];
}

/** Where to look, and what there is to accept. */
export interface AcceptanceQuery extends Discussed {
  readonly remarks: readonly Remark[];
  /** Labels on the pull request. */
  readonly labels: readonly string[];
  /** Names of the metrics that got worse. */
  readonly flagged: readonly string[];
  /** Names of all metrics: accepting one that did not get worse is moot, not wrong. */
  readonly known: readonly string[];
  /** What was accepted by earlier reports: the bare label that has accepted something accepts nothing else. */
  readonly recorded: readonly Pick<AcceptedRegression, 'source' | 'metric'>[];
}

/** The label that accepts every regression; with a colon and a metric's name behind it, that one. */
export const ACCEPT_LABEL = 'shotclock-accept';

/** Of accounts asked about and of notes: anybody may comment as often as they like. */
const MOST_ACCOUNTS = 100;
const MOST_NOTES = 10;

/** Looks through comments, the newest first, and labels. Throws what keeps GitHub from answering. */
export async function findAcceptances(github: GitHub, query: AcceptanceQuery): Promise<FoundAcceptances> {
  const wishes = [
    ...query.remarks.toReversed().flatMap((remark) => wishesIn(remark, query)),
    ...(await wishesByLabel(github, query)),
  ];
  const search: Search = { github, query, permitted: new Map(), notes: new Set() };
  const accepted = new Map<string, AcceptedRegression>();
  for (const wish of wishes) {
    const { metric, reason, by, source } = wish;
    if (accepted.has(metric) || !(await counts(wish, search))) continue;
    accepted.set(metric, { metric, reason, by, source });
  }
  return { accepted: [...accepted.values()], notes: [...search.notes].slice(0, MOST_NOTES) };
}

/** Somebody wants a metric's regression accepted. */
interface Wish extends AcceptedRegression {
  readonly isBot: boolean;
  /** It was made before the metric got worse, for others. */
  readonly isSpent?: boolean;
}

function wishesIn({ id, body, author, isBot }: Remark, { flagged, known }: AcceptanceQuery): Wish[] {
  return acceptCommands(body)
    .filter(({ metric }) => flagged.includes(metric) || !known.includes(metric))
    .map((command) => ({ ...command, by: author, source: `comment-${String(id)}`, isBot }));
}

async function wishesByLabel(github: GitHub, query: AcceptanceQuery): Promise<Wish[]> {
  if (!query.labels.some(isOurs)) return [];
  const labellings = (await listLabels(github, query)).filter(({ label }) => isOurs(label));
  const isBare = ({ label }: Labelling): number => Number(!label.includes(':'));
  return labellings.toSorted((left, right) => isBare(left) - isBare(right)).flatMap((labelling) => wishesOf(labelling, query));
}

/** Labels are the same in any case. */
function isOurs(label: string): boolean {
  return label.toLowerCase() === ACCEPT_LABEL || label.toLowerCase().startsWith(`${ACCEPT_LABEL}:`);
}

function wishesOf({ id, label, author, isBot }: Labelling, { flagged, recorded }: AcceptanceQuery): Wish[] {
  const [, named] = /^[^:]*:(.*)$/.exec(label) ?? [];
  const metrics = named === undefined ? flagged : flagged.filter((metric) => metric.toLowerCase() === named.trim().toLowerCase());
  const source = `label-${String(id)}`;
  const before = recorded.filter((entry) => entry.source === source).map(({ metric }) => metric);
  return metrics.map((metric) => ({
    ...{ metric, reason: `labelled ${label}`, by: author, source, isBot },
    isSpent: named === undefined && before.length > 0 && !before.includes(metric),
  }));
}

interface Search {
  readonly github: GitHub;
  readonly query: AcceptanceQuery;
  readonly permitted: Map<string, boolean>;
  readonly notes: Set<string>;
}

async function counts(wish: Wish, search: Search): Promise<boolean> {
  const refusal =
    refusalOf(wish, search) ??
    ((await isPermitted(wish.by, search)) ? undefined : `@${wish.by} may not: it takes write permission`);
  if (refusal !== undefined) search.notes.add(`${oneLine(wish.metric, 100)} is not accepted: ${refusal}`);
  return refusal === undefined;
}

function refusalOf({ metric, reason, by, isBot, isSpent }: Wish, { query }: Search): string | undefined {
  if (by === '') return 'the account that asked for it is gone';
  if (isBot) return `@${by} is no person`;
  if (metric === '') return 'the command names no metric; write /shotclock accept METRIC REASON';
  if (!query.flagged.includes(metric)) return 'no metric of this name was compared';
  if (isSpent === true) {
    return `the label was put on before it got worse; put it on again, or name the metric: ${ACCEPT_LABEL}:METRIC`;
  }
  return reason === '' ? `@${by} gave no reason; write /shotclock accept METRIC REASON` : undefined;
}

async function isPermitted(login: string, { github, query, permitted }: Search): Promise<boolean> {
  const known = permitted.get(login);
  if (known !== undefined) return known;
  if (permitted.size >= MOST_ACCOUNTS) return false;
  const answer = await mayWrite(github, query.repository, login);
  permitted.set(login, answer);
  return answer;
}

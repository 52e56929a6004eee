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
  /** When the comment was last changed or the label put on: milliseconds of the epoch, not a number where GitHub does not say. */
  readonly at: number;
}

/** What was found. */
export interface FoundAcceptances {
  /** Comments first, the newest before older ones, then labels; of one metric there may be several. */
  readonly accepted: readonly AcceptedRegression[];
  /** One sentence for each attempt that does not count while nobody else's does, of which some text comes from outside. */
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
  const search: Search = { github, query, permitted: new Map(), notes: new Map() };
  const accepted: AcceptedRegression[] = [];
  for (const wish of wishes) {
    const { metric, reason, by, source, at } = wish;
    if (await counts(wish, search)) accepted.push({ metric, reason, by, source, at });
  }
  const left = [...search.notes].filter(([, about]) => !accepted.some(({ metric }) => metric === about));
  return { accepted, notes: left.slice(0, MOST_NOTES).map(([note]) => note) };
}

/** Somebody wants a metric's regression accepted. */
interface Wish extends AcceptedRegression {
  readonly isBot: boolean;
}

function wishesIn({ id, body, author, isBot, at }: Remark, { flagged, known }: AcceptanceQuery): Wish[] {
  return acceptCommands(body)
    .filter(({ metric }) => flagged.includes(metric) || !known.includes(metric))
    .map((command) => ({ ...command, by: author, source: `comment-${String(id)}`, isBot, at }));
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

function wishesOf({ id, label, author, isBot, at }: Labelling, { flagged }: AcceptanceQuery): Wish[] {
  const [, named] = /^[^:]*:(.*)$/.exec(label) ?? [];
  const metrics = named === undefined ? flagged : flagged.filter((metric) => metric.toLowerCase() === named.trim().toLowerCase());
  const source = `label-${String(id)}`;
  return metrics.map((metric) => ({ metric, reason: `labelled ${label}`, by: author, source, isBot, at }));
}

interface Search {
  readonly github: GitHub;
  readonly query: AcceptanceQuery;
  readonly permitted: Map<string, boolean>;
  /** What each is about: a metric. */
  readonly notes: Map<string, string>;
}

async function counts(wish: Wish, search: Search): Promise<boolean> {
  const refusal =
    refusalOf(wish, search) ??
    ((await isPermitted(wish.by, search)) ? undefined : `@${wish.by} may not: it takes write permission`);
  if (refusal !== undefined) search.notes.set(`${oneLine(wish.metric, 100)} is not accepted: ${refusal}`, wish.metric);
  return refusal === undefined;
}

function refusalOf({ metric, reason, by, isBot }: Wish, { query }: Search): string | undefined {
  if (by === '') return 'the account that asked for it is gone';
  if (isBot) return `@${by} is no person`;
  if (metric === '') return 'the command names no metric; write /shotclock accept METRIC REASON';
  if (!query.flagged.includes(metric)) return 'no metric of this name was compared';
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

/** What differs between a recorded request and one that was asked. */
import { oneLine } from '../../core/log-guard.ts';
import { fitsBlanked } from './blanked.ts';
import type { RequestFacts } from './request-facts.ts';

/** One place of a body, by the text of what stands there; undefined where nothing does. */
interface Difference {
  readonly path: string;
  readonly recorded: string | undefined;
  readonly asked: string | undefined;
}

const MOST_LEAVES = 2_000;
const MOST_SHOWN = 3;
const SHOWN = 40;
/** Another method or path is farther than any difference between bodies. */
const OTHER_ROUTE = 1e6;

/** How far apart two requests are: places of the body that differ, a little less for texts that begin alike. */
export function distanceBetween(recorded: RequestFacts, asked: RequestFacts): number {
  const route = (recorded.method === asked.method ? 0 : OTHER_ROUTE) + (recorded.path === asked.path ? 0 : OTHER_ROUTE);
  return route + differences(recorded, asked).reduce((sum, difference) => sum + 1 - alikeness(difference) / 2, 0);
}

/** The differences in words, the first few: `messages[1].content is "Who lost?", recorded "Who won?"`. */
export function describeDifference(recorded: RequestFacts, asked: RequestFacts): string {
  const route = (['method', 'path'] as const).flatMap((key) =>
    recorded[key] === asked[key] ? [] : [`${key} is ${oneLine(asked[key], 200)}, recorded ${oneLine(recorded[key], 200)}`],
  );
  const found = differences(recorded, asked);
  const body = found.slice(0, MOST_SHOWN).map(inWords);
  const rest = found.length > MOST_SHOWN ? [`and ${found.length - MOST_SHOWN} more differences`] : [];
  const all = [...route, ...body, ...rest];
  return all.length === 0 ? 'the bodies differ in form' : all.join('; ');
}

function differences(recorded: RequestFacts, asked: RequestFacts): Difference[] {
  const before = leavesOf(recorded.json);
  const now = leavesOf(asked.json);
  return [...new Set([...now.keys(), ...before.keys()])].flatMap((path) => {
    const difference = { path, recorded: before.get(path), asked: now.get(path) };
    return isSame(difference) ? [] : [difference];
  });
}

function isSame({ recorded, asked }: Difference): boolean {
  return recorded === asked || (recorded !== undefined && asked !== undefined && fitsBlanked(recorded, asked));
}

/** Every value that holds no others, as JSON, by its path. */
function leavesOf(json: unknown): Map<string, string> {
  const leaves = new Map<string, string>();
  const waiting: [path: string, value: unknown][] = json === undefined ? [] : [['', json]];
  for (let item = waiting.pop(); item !== undefined && leaves.size < MOST_LEAVES; item = waiting.pop()) {
    const [path, value] = item;
    const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    if (children.length === 0) leaves.set(path, JSON.stringify(value));
    const inner = (key: string): string => (Array.isArray(value) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`);
    for (const [key, child] of children.toReversed()) waiting.push([inner(key), child]);
  }
  return leaves;
}

function inWords({ path, recorded, asked }: Difference): string {
  const place = path === '' ? 'the body' : oneLine(path, 100);
  if (recorded === undefined) return `${place} is ${around(asked ?? '', 0)}, which is not recorded`;
  if (asked === undefined) return `${place} is missing, recorded ${around(recorded, 0)}`;
  const start = commonStart(recorded, asked);
  return `${place} is ${around(asked, start)}, recorded ${around(recorded, start)}`;
}

/** A few characters around the place where two texts part. */
function around(json: string, start: number): string {
  const from = Math.max(0, start - SHOWN / 2);
  const piece = json.slice(from, from + SHOWN);
  return oneLine(`${from > 0 ? '…' : ''}${piece}${from + SHOWN < json.length ? '…' : ''}`);
}

function alikeness({ recorded = '', asked = '' }: Difference): number {
  return commonStart(recorded, asked) / Math.max(1, recorded.length, asked.length);
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length++;
  return length;
}

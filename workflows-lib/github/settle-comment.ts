/**
 * Brings the comments of a pull request to the one state that all writers agree on: the oldest comment of ours stays, it shows the newest run,
 * and there is no other. Each writer reads, takes one step towards that state, and reads again, until nothing is left to do; so it does not
 * matter which of them gets how far, and what one leaves undone the next one mends.
 *
 * What it cannot prevent: GitHub edits a comment whatever it holds by now (it knows no `If-Match` for writes). A writer of an older run that has
 * just read the comment can therefore overwrite a newer run's in the time that one request takes. The newer writer looks once more after a
 * second, or after twice the time that its own reading and writing took, and writes again if that has happened. Only a write that is under way for longer than that
 * leaves an older run on show, until the next run. A concurrency group in the workflow closes that window as well.
 */
import type { Clock } from '../core/clock.ts';
import { RemoteError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { compareOrder, readMarker, type Marker, type RunOrder } from './comment-marker.ts';
import type { CommentStore, StoredComment } from './comment-store.ts';
import { DecideAgain } from './errors.ts';

/** What one writer wants the pull request to show. */
export interface Wanted {
  readonly marker: Marker;
  /** With the marker. */
  readonly body: string;
  readonly author: string;
  /** Whether to write a comment where there is none. */
  readonly create: boolean;
  /** The body with what must not be lost of those that it replaces: others may have written since this writer made its own. */
  readonly merge?: (body: string, replaced: readonly string[]) => string;
}

/** What a writer found or did. */
export interface CommentResult {
  /** `superseded`: a newer run is shown already. `absent`: there is none, and none was to be created. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'superseded' | 'absent';
  readonly id: number | null;
  readonly url: string | null;
}

/** What settling touches. */
export interface SettlePorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Enough for several writers that undo one another's steps; more is not a race but a fight. */
const MAX_STEPS = 20;
/** Longer than a slow edit of an older run's writer takes to arrive. */
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 3_000;

/** A comment of ours. */
interface Ours extends StoredComment {
  readonly order: RunOrder;
}

interface Write {
  readonly kind: 'write';
  readonly to: Ours;
  readonly body: string;
  /** It is this writer's body, with what was merged into it. */
  readonly own: boolean;
}

type Step = Write | { readonly kind: 'done' | 'create' } | { readonly kind: 'remove'; readonly comments: readonly Ours[] };

/** Takes steps until the comments are as they should be. Throws RemoteError when others keep changing them. */
export async function settleComment(store: CommentStore, wanted: Wanted, ports: SettlePorts): Promise<CommentResult> {
  const writer: Writer = {
    store,
    wanted,
    ports,
    author: wanted.author,
    attempt: 1,
    created: undefined,
    tried: false,
    wrote: false,
  };
  let seen = await look(writer);
  for (let taken = 0; taken < MAX_STEPS; taken++) {
    const step = nextStep(seen, writer);
    if (step.kind === 'done') return resultOf(seen, writer);
    try {
      seen = await take(step, seen, writer);
    } catch (error) {
      if (!(error instanceof DecideAgain)) throw error;
      writer.attempt++;
      seen = await look(writer);
    }
  }
  throw new RemoteError('other jobs keep changing the comment of this pull request: give each report a name of its own', {
    service: 'GitHub',
    action: 'PATCH comment',
    attempts: MAX_STEPS,
  });
}

/** One writer on its way. */
interface Writer {
  readonly store: CommentStore;
  readonly wanted: Wanted;
  readonly ports: SettlePorts;
  author: string;
  attempt: number;
  /** What this writer created: a list may lag behind. */
  created: StoredComment | undefined;
  /** Whether it tried to create one. */
  tried: boolean;
  /** Whether it has tried to write its own body into an existing comment. */
  wrote: boolean;
}

/** What is to be done next, given what was seen. Pure, so that every writer decides alike. */
function nextStep(seen: readonly Ours[], { wanted, wrote, tried }: Writer): Step {
  const [oldest, ...later] = seen;
  if (oldest === undefined) return { kind: wanted.create ? 'create' : 'done' };
  const newest = seen.reduce((left, right) => (compareOrder(right.order, left.order) > 0 ? right : left));
  const lead = compareOrder(wanted.marker.order, newest.order);
  // Of two reports of the same attempt the later one stands; each is written once, or they would take turns for ever.
  const own = lead > 0 || (lead === 0 && !wrote && !tried);
  const body = own ? merged(wanted, seen) : newest.body;
  const behind = own || compareOrder(newest.order, oldest.order) > 0;
  if (behind && !isSameText(oldest.body, body)) return { kind: 'write', to: oldest, body, own };
  return later.length > 0 ? { kind: 'remove', comments: later } : { kind: 'done' };
}

function merged({ body, merge }: Wanted, seen: readonly Ours[]): string {
  if (merge === undefined) return body;
  return merge(
    body,
    seen.map((comment) => comment.body),
  );
}

async function take(step: Step, seen: readonly Ours[], writer: Writer): Promise<readonly Ours[]> {
  if (step.kind === 'write') return await write(step, seen, writer);
  if (step.kind === 'create') await create(writer);
  if (step.kind === 'remove') await remove(step.comments, writer);
  return await look(writer);
}

async function create(writer: Writer): Promise<void> {
  const { store, wanted, ports } = writer;
  writer.tried = true;
  const created = await store.create(wanted.body, writer.attempt);
  writer.created = created;
  if (isSameLogin(created.author, writer.author)) return;
  // Earlier comments of this token were looked for under the wrong name: look again, so that the oldest is found and stays.
  ports.log.warn(`the token comments as ${created.author}, not as ${writer.author}: name that account as the comment's author`);
  writer.author = created.author;
}

async function remove(comments: readonly Ours[], writer: Writer): Promise<void> {
  for (const { id } of comments) {
    await writer.store.remove(id);
    forget(id, writer);
  }
}

/** Reads the comment once more right before it is written, which makes the window of a race as short as one request. */
async function write({ to, body, own }: Write, seen: readonly Ours[], writer: Writer): Promise<readonly Ours[]> {
  const { store, ports, wanted } = writer;
  const startedAt = ports.clock.now();
  const current = await store.get(to.id);
  if (current === undefined) {
    forget(to.id, writer);
    return await look(writer);
  }
  if (current.body !== to.body) return [...seen.filter(({ id }) => id !== to.id), ...ours(current, writer)].sort(byAge);
  // Noted before it is sent: it may arrive although its answer is lost.
  if (own || body === wanted.body) writer.wrote = true;
  await store.update(to.id, body, writer.attempt);
  const tookMs = ports.clock.now() - startedAt;
  await ports.clock.sleep(Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, 2 * tookMs)), ports.signal);
  return await look(writer);
}

/** The comment that this writer created is gone: merged by another writer, or deleted by somebody. */
function forget(id: number, writer: Writer): void {
  if (writer.created?.id !== id) return;
  writer.created = undefined;
  writer.tried = false;
}

/** The comments of ours, the oldest first. */
async function look(writer: Writer): Promise<readonly Ours[]> {
  const listed = await writer.store.list();
  const { created } = writer;
  const all = created === undefined || listed.some(({ id }) => id === created.id) ? listed : [...listed, created];
  return all.flatMap((comment) => ours(comment, writer)).sort(byAge);
}

/** By marker and author: anybody can write the marker, but nobody else can write as the token's account. */
function ours(comment: StoredComment | undefined, { wanted, author }: Writer): readonly Ours[] {
  if (comment === undefined || !isSameLogin(comment.author, author)) return [];
  const marker = readMarker(comment.body);
  return marker?.name === wanted.marker.name ? [{ ...comment, order: marker.order }] : [];
}

function resultOf([shown]: readonly Ours[], { wanted, created, tried, wrote }: Writer): CommentResult {
  if (shown === undefined) return { outcome: 'absent', id: null, url: null };
  const { id, url, order } = shown;
  if (compareOrder(order, wanted.marker.order) > 0) return { outcome: 'superseded', id, url };
  // An answer that was lost leaves a comment that we created without knowing its number.
  if (created?.id === id || (tried && created === undefined && !wrote)) return { outcome: 'created', id, url };
  return { outcome: wrote ? 'updated' : 'unchanged', id, url };
}

function byAge(left: Ours, right: Ours): number {
  return left.id - right.id;
}

/** GitHub keeps neither the kind of line break nor white space at the end. */
function isSameText(left: string, right: string): boolean {
  const normal = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
  return normal(left) === normal(right);
}

function isSameLogin(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

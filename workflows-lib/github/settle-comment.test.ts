import { expect, test } from '@jest/globals';
import type { Clock } from '../core/clock.ts';
import { silentLog, type Log } from '../core/log.ts';
import { seededRandom } from '../core/random.ts';
import { readMarker, withMarker } from './comment-marker.ts';
import type { CommentStore } from './comment-store.ts';
import { DecideAgain } from './errors.ts';
import { settleComment, type CommentResult } from './settle-comment.ts';
import { BOT, commentWorld, type CommentWorld } from './testing/comment-world.ts';
import { everyChoice, stepper, virtualTime } from './testing/schedule.ts';

const { signal } = new AbortController();
const stillClock: Clock = { now: () => 0, date: () => new Date(0), sleep: () => Promise.resolve() };

const body = (run: number, text = `run ${String(run)}`, name = 'benchmark'): string =>
  withMarker({ name, order: { runId: run, runAttempt: 1 } }, text);

interface Put {
  readonly run?: number;
  readonly text?: string;
  readonly create?: boolean;
  readonly clock?: Clock;
  readonly log?: Log;
}

function put(
  store: CommentStore,
  { run = 1, text, create = true, clock = stillClock, log = silentLog }: Put = {},
): Promise<CommentResult> {
  const marker = { name: 'benchmark', order: { runId: run, runAttempt: 1 } };
  return settleComment(store, { marker, body: body(run, text), author: BOT, create }, { clock, log, signal });
}

/** The run that each comment of ours shows. */
const shown = ({ comments }: CommentWorld): (number | undefined)[] =>
  comments.map((comment) => readMarker(comment.body)?.order.runId);
const kinds = ({ deeds }: CommentWorld): string[] => deeds.map(({ kind }) => kind);

test('the first run creates the comment and looks once more', async () => {
  const world = commentWorld();
  expect(await put(world.store('a'))).toEqual({ outcome: 'created', id: 101, url: 'https://github.test/c/101' });
  expect(kinds(world)).toEqual(['list', 'create', 'list']);
});

test('a later run edits the comment in place', async () => {
  const world = commentWorld();
  world.add(body(1));
  expect((await put(world.store('a'), { run: 2 })).outcome).toBe('updated');
  expect(shown(world)).toEqual([2]);
});

test('a hundred pushes leave one comment, which shows the last', async () => {
  const world = commentWorld();
  for (let run = 1; run <= 100; run++) await put(world.store('a'), { run });
  expect(shown(world)).toEqual([100]);
});

test('what is shown already is not written again', async () => {
  const world = commentWorld();
  world.add(`${body(1).replaceAll('\n', '\r\n')}\n`);
  expect((await put(world.store('a'))).outcome).toBe('unchanged');
  expect(kinds(world)).toEqual(['list']);
});

test('an older run does not overwrite a newer one, nor an earlier attempt a later one', async () => {
  const world = commentWorld();
  world.add(withMarker({ name: 'benchmark', order: { runId: 7, runAttempt: 2 } }, 'second attempt'));
  expect((await put(world.store('a'), { run: 7, text: 'first attempt' })).outcome).toBe('superseded');
  expect((await put(world.store('a'), { run: 6 })).outcome).toBe('superseded');
  expect(world.comments[0]?.body).toContain('second attempt');
});

test('two reports of the same attempt do not take turns: the later one stands', async () => {
  const world = commentWorld();
  world.add(body(1, 'one'));
  expect((await put(world.store('a'), { text: 'two' })).outcome).toBe('updated');
  expect(world.comments.map((comment) => comment.body)).toEqual([body(1, 'two')]);
});

test('what must not be lost of a comment that was written meanwhile is merged into the body that replaces it', async () => {
  const world = commentWorld();
  world.add(body(1, 'one'));
  const store = world.store('a');
  let isBetween = true;
  const get: CommentStore['get'] = (id) => {
    const [comment] = world.comments;
    if (isBetween && comment !== undefined) world.comments[0] = { ...comment, body: body(1, 'one +accepted') };
    isBetween = false;
    return store.get(id);
  };
  const merge = (own: string, replaced: readonly string[]): string =>
    replaced.some((other) => other.includes('+accepted')) && !own.includes('+accepted') ? `${own} +accepted` : own;
  for (const run of [1, 2]) {
    const marker = { name: 'benchmark', order: { runId: run, runAttempt: 1 } };
    const wanted = { marker, body: body(run, 'mine'), author: BOT, create: true, merge };
    const result = await settleComment({ ...store, get }, wanted, { clock: stillClock, log: silentLog, signal });
    expect([result.outcome, world.comments[0]?.body]).toEqual(['updated', body(run, 'mine +accepted')]);
  }
  expect(kinds(world).filter((kind) => kind === 'update')).toHaveLength(2);
});

test('without `create` an existing comment is edited, and none is made', async () => {
  const world = commentWorld();
  expect(await put(world.store('a'), { create: false })).toEqual({ outcome: 'absent', id: null, url: null });
  world.add(body(1));
  expect((await put(world.store('a'), { run: 2, create: false })).outcome).toBe('updated');
  expect(kinds(world)).not.toContain('create');
});

test.each([
  ['a marker that another user planted', body(9, 'planted'), 'mallory'],
  ['a marker in the middle of a body', `look:\n${body(9)}`, BOT],
  ['a marker behind white space', ` ${body(9)}`, BOT],
  ['the marker of another report', body(9, 'other', 'load-test'), BOT],
  ['a marker with a word more', body(9).replace(' -->', ' more=1 -->'), BOT],
  ['a marker with text behind it', body(9).replace(' -->\n', ' --> '), BOT],
  ['a run that is no number', body(9).replace('9.1', 'x.1'), BOT],
])('%s is left alone', async (_name, planted, author) => {
  const world = commentWorld();
  world.add(planted, author);
  expect((await put(world.store('a'))).outcome).toBe('created');
  expect(world.comments[0]?.body).toBe(planted);
});

test('several comments of ours become one: the oldest, with the newest content', async () => {
  const world = commentWorld();
  world.add(body(1));
  world.add('a person');
  world.add(body(3));
  world.add(body(2));
  expect((await put(world.store('a'), { run: 2 })).outcome).toBe('superseded');
  expect(world.comments.map((comment) => [comment.id, comment.body])).toEqual([
    [101, body(3)],
    [102, 'a person'],
  ]);
});

test('a comment that is deleted between reading and writing is created anew', async () => {
  for (const doomed of ['get', 'update'] as const) {
    const world = commentWorld();
    world.add(body(1));
    const store = world.store('a');
    let gone = false;
    const result = await put(
      {
        ...store,
        [doomed]: (id: number, ...rest: [string, number]) => {
          if (!gone) world.comments.length = 0;
          gone = true;
          return store[doomed](id, ...rest);
        },
      },
      { run: 2 },
    );
    expect([result.outcome, result.id]).toEqual(['created', 102]);
    expect(shown(world)).toEqual([2]);
  }
});

test('a creation whose answer is lost makes no second comment', async () => {
  const world = commentWorld();
  const store = world.store('a');
  const lost: CommentStore['create'] = async (text, attempt) => {
    const created = await store.create(text, attempt);
    if (attempt === 1) throw new DecideAgain('lost');
    return created;
  };
  expect((await put({ ...store, create: lost })).outcome).toBe('created');
  expect(shown(world)).toEqual([1]);
});

test('an edit that has to wait is decided again: what was written meanwhile stands', async () => {
  const world = commentWorld();
  world.add(body(1));
  const store = world.store('a');
  const slow: CommentStore['update'] = async () => {
    await put(world.store('b'), { run: 9 });
    throw new DecideAgain('rate limit');
  };
  expect((await put({ ...store, update: slow }, { run: 2 })).outcome).toBe('superseded');
  expect(shown(world)).toEqual([9]);
});

test('a list that lags behind the own creation makes no second comment', async () => {
  const world = commentWorld();
  const store = world.store('a');
  expect((await put({ ...store, list: () => Promise.resolve([]) })).outcome).toBe('created');
  expect(shown(world)).toEqual([1]);
});

test('a comment that is gone although the list has it still is looked for again, not replaced', async () => {
  const world = commentWorld();
  world.add(body(1));
  const merged = { id: 102, url: null, author: BOT, body: body(1) };
  const store = world.store('a');
  let lists = 0;
  const list: CommentStore['list'] = async () => (lists++ === 0 ? [merged] : await store.list());
  expect(await put({ ...store, list }, { run: 2 })).toMatchObject({ outcome: 'updated', id: 101 });
  expect(kinds(world)).not.toContain('create');
});

test('a list that lags behind an edit is not believed', async () => {
  const world = commentWorld();
  const old = world.add(body(1));
  expect((await put({ ...world.store('a'), list: () => Promise.resolve([old]) }, { run: 2 })).outcome).toBe('updated');
  expect(kinds(world).filter((kind) => kind === 'update')).toHaveLength(1);
});

test('a token that comments under another name finds its earlier comment all the same, and says so', async () => {
  const world = commentWorld();
  world.add(body(1), 'our-app[bot]');
  const store = world.store('a');
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (message: string) => void warnings.push(message) };
  const create: CommentStore['create'] = (text) => Promise.resolve(world.add(text, 'our-app[bot]'));
  expect((await put({ ...store, create }, { run: 2, log })).outcome).toBe('updated');
  expect(world.comments.map((comment) => [comment.id, comment.body])).toEqual([[101, body(2)]]);
  expect(warnings).toEqual([expect.stringContaining('our-app[bot]')]);
});

test('others that never stop are given up on', async () => {
  const world = commentWorld();
  world.add(body(1));
  const store = world.store('a');
  let run = 1;
  const get: CommentStore['get'] = (id) =>
    Promise.resolve({ id, url: null, author: BOT, body: body(1, `edit ${String(run++)}`) });
  await expect(put({ ...store, get }, { run: 2 })).rejects.toThrow('other jobs keep changing the comment');
});

/** An older writer that had read before the newest wrote for the last time, and whose write came after the newest had looked for the last time. */
function overtaken({ deeds }: CommentWorld, newest: string): boolean {
  const last = (writer: string, kind: string): number =>
    deeds.findLastIndex((deed) => deed.writer === writer && deed.kind === kind);
  const lastWrite = Math.max(last(newest, 'update'), last(newest, 'create'));
  return deeds.some(({ writer, kind }, index) => {
    if (writer === newest || kind !== 'update' || index < last(newest, 'list')) return false;
    const readAt = deeds.slice(0, index).findLastIndex((deed) => deed.writer === writer && deed.kind === 'get');
    return readAt < lastWrite;
  });
}

test.each([
  ['no comment', []],
  ['a comment', [0]],
  ['two comments', [0, 1]],
])('every interleaving of two writers over %s ends in one comment that shows the newest run', async (_name, before) => {
  let lost = 0;
  const trials = await everyChoice(async (choose) => {
    const world = commentWorld();
    for (const run of before) world.add(body(run));
    const steps = stepper();
    const work = [2, 3].map((run) => {
      const name = `writer ${String(run)}`;
      const store = world.store(name, async (deed) => {
        await steps.turnOf(name);
        return deed();
      });
      return put(store, { run, clock: { ...stillClock, sleep: () => steps.turnOf(name) } });
    });
    await steps.run(work, choose);
    expect(world.comments).toHaveLength(1);
    if (shown(world)[0] === 3) return;
    lost++;
    expect(overtaken(world, 'writer 3')).toBe(true);
  });
  expect(trials).toBeGreaterThan(400);
  expect(lost / trials).toBeLessThan(0.05);
});

/** Three writers with latencies in virtual time. */
async function race(seed: string, latency: (draw: () => number) => number): Promise<CommentWorld> {
  const random = seededRandom(seed);
  const world = commentWorld();
  if (random.next() < 0.5) world.add(body(1));
  const time = virtualTime();
  const work = [4, 2, 3].map(async (run) => {
    const draw = random.fork(String(run));
    await time.wait(draw.integer(200));
    const store = world.store(`writer ${String(run)}`, async (deed) => {
      await time.wait(latency(() => draw.next()));
      const answer = deed();
      await time.wait(latency(() => draw.next()));
      return answer;
    });
    return await put(store, { run, clock: time.clock });
  });
  await time.run(work);
  return world;
}

test('three writers whose requests take about as long as one another always end in one comment that shows the newest run', async () => {
  for (let seed = 0; seed < 1000; seed++) {
    const world = await race(`even/${String(seed)}`, (draw) => 30 + 30 * draw());
    expect({ seed, shown: shown(world) }).toEqual({ seed, shown: [4] });
  }
});

test('three writers with requests that hang now and then end in one comment; an older run shows only where its write hung', async () => {
  let lost = 0;
  for (let seed = 0; seed < 1000; seed++) {
    const world = await race(`uneven/${String(seed)}`, (draw) => (draw() < 0.1 ? 2000 * draw() : 40 * draw()));
    expect({ seed, count: world.comments.length }).toEqual({ seed, count: 1 });
    if (shown(world)[0] === 4) continue;
    lost++;
    expect({ seed, overtaken: overtaken(world, 'writer 4') }).toEqual({ seed, overtaken: true });
  }
  expect(lost).toBeLessThan(50);
});

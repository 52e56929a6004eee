/** An action that ends as its input says, for tests of what only a whole process shows. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ActionEnding } from '../../conclude.ts';
import { runAction } from '../../run-action.ts';
import type { ActionDoor } from '../../run-action.ts';
import { defineAction } from '../../spec.ts';

const spec = defineAction({
  name: 'endings',
  title: 'Endings',
  description: 'Ends as it is told to.',
  branding: { icon: 'clock', color: 'orange' },
  inputs: {
    token: { kind: 'text', secret: true, description: 'Token.' },
    ending: {
      kind: 'choice',
      choices: ['pass', 'fail', 'uncaught', 'unhandled', 'abort', 'deaf', 'dry', 'linger', 'chatter'],
      default: 'pass',
      description: 'How to end.',
    },
  },
  outputs: { verdict: 'Verdict.', text: 'Text of several lines.' },
});

type Ending = ActionEnding<typeof spec.outputs>;

const written = (verdict: string, exitCode: number): Ending => ({
  outputs: { verdict, text: 'one\nEOF\n::error::two' },
  summary: `## ${verdict}`,
  exitCode,
});

const endings: Readonly<Record<string, (door: ActionDoor) => Promise<Ending>>> = {
  pass: () => Promise.resolve(written('pass', 0)),
  fail: () => Promise.resolve({ ...written('fail', 1), reason: 'Fail: too slow.' }),
  uncaught: async ({ group }) =>
    group('Working', async () => {
      setTimeout(() => {
        throw new Error('nobody caught this');
      }, 5);
      await delay(60_000);
      return written('pass', 0);
    }),
  unhandled: async () => {
    void Promise.reject(new Error('nobody waited for this'));
    await delay(60_000);
    return written('pass', 0);
  },
  abort: async ({ context, print }) => {
    print('ready');
    await delay(60_000, undefined, { signal: context.signal }).catch(() => undefined);
    return {
      ...written('inconclusive', 130),
      failure: context.signal.reason instanceof Error ? context.signal.reason : new Error('?'),
    };
  },
  deaf: async ({ print }) => {
    print('ready');
    await delay(60_000);
    return written('pass', 0);
  },
  dry: () => new Promise<Ending>(() => undefined),
  linger: () => {
    setInterval(() => undefined, 1_000);
    return Promise.resolve(written('pass', 0));
  },
  chatter: async ({ print }) => {
    for (let line = 0; line < 200; line++) {
      print('x'.repeat(1_000));
      await delay(1);
    }
    return written('pass', 0);
  },
};

await runAction(spec, async ({ ending }, door) => {
  const body = endings[ending];
  if (body === undefined) throw new Error(`no ending ${ending}`);
  return await body(door);
});

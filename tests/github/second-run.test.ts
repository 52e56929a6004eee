/** A finding and the second run that is to confirm it, as they are published. */
import { expect, test } from '@jest/globals';
import { RUN_ID } from './scene.ts';
import { again, conclusion, github, ours, plant, publish, slower } from './accept-bench.ts';

test('a first finding that a second run does not confirm fails nothing', async () => {
  plant(slower());
  plant(again('fine'), { name: 'second' });
  expect((await publish({ confirmation: 'second' })).verdict).toBe('pass');
});

test('one that it confirms fails, and one that it was to confirm and could not is left undecided', async () => {
  plant(slower());
  expect((await publish({ confirmation: 'second' })).verdict).toBe('inconclusive');
  expect(conclusion()).toBe('neutral');
  plant(again('regression'), { name: 'second', runId: RUN_ID });
  expect((await publish({ confirmation: 'second' })).verdict).toBe('fail');
});

test('a second run that the store does not hand out leaves the first one published, undecided', async () => {
  plant(slower());
  plant(again('regression'), { name: 'second' });
  github.misbehave({ path: /\/artifacts\?.*name=second/, times: 9, answer: { status: 403, body: { message: 'Forbidden' } } });
  const { verdict, failure } = await publish({ confirmation: 'second' });
  expect([verdict, conclusion(), failure?.message]).toEqual(['inconclusive', 'neutral', expect.stringContaining('artifact')]);
  expect(ours()).toContain('db.read');
});

test('under strict what cannot be judged fails the check, which would let a neutral one pass', async () => {
  plant(slower());
  expect((await publish({ confirmation: 'second', strict: true })).verdict).toBe('inconclusive');
  expect(conclusion()).toBe('failure');
  plant(again('fine'), { name: 'second' });
  expect((await publish({ confirmation: 'second', strict: true })).verdict).toBe('pass');
  expect(conclusion()).toBe('success');
});

import { expect, test } from '@jest/globals';
import type { RunDocument } from '../history/run-document.ts';
import { objectiveAnnotations } from './annotations.ts';
import { HOSTILE_TEXTS } from './testing/hostile-run.ts';
import { sampleFailedLoad } from './testing/sample-run.ts';

const SOURCE = { file: 'services/api/shotclock.yml', line: 12 };

/** The failed load test, whose objectives all say where they are written. */
function placed(changed: Partial<RunDocument['objectives'][number]> = {}): RunDocument {
  const run = sampleFailedLoad();
  return { ...run, objectives: run.objectives.map((objective) => ({ ...objective, ...changed, source: SOURCE })) };
}

test('a missed objective is annotated where it is written, with what was measured and how far it is off', () => {
  expect(objectiveAnnotations(placed())).toEqual([
    {
      path: 'services/api/shotclock.yml',
      startLine: 12,
      endLine: 12,
      level: 'failure',
      title: 'Objective missed: error_rate < 5%',
      message: 'measured 8% (7.1% to 9%), limit 5% at 50 users: 60% over the limit',
    },
  ]);
});

test('an objective that does not say where it is written has none, and in a void run nothing is missed', () => {
  expect(objectiveAnnotations(sampleFailedLoad())).toEqual([]);
  const run = placed();
  expect(objectiveAnnotations({ ...run, verdict: 'void', generator: { ...run.generator, verdict: 'void' } })).toEqual([]);
});

test('hostile text is one plain line that is no command', () => {
  for (const text of HOSTILE_TEXTS) {
    for (const { title, message } of objectiveAnnotations(placed({ text, reason: text, stage: text, verdict: 'fail' }))) {
      expect(title.length).toBeLessThanOrEqual(255);
      expect(`${title}${message}`).not.toMatch(/[\n\r\u001b\u202e]|##\[/);
    }
  }
});

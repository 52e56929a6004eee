import { expect, test } from '@jest/globals';
import { seededRandom } from '../../core/random.ts';
import { hodgesLehmann } from '../../stats/hodges-lehmann.ts';
import { signedRankTest } from '../../stats/signed-rank.ts';
import { detectableAt, pairsToDecide } from './reach.ts';
import { surelyNotWorse } from './scale.ts';
import { designFor, noisyPairs, timeSeries } from './testing/series.ts';

const design = designFor(30, 4);
const LOOK = { pairs: 30, level: 0.005, metrics: 4 };
const SHIFT = Math.log(1.03);

function needed(values: readonly number[]): number | null {
  return pairsToDecide(timeSeries('query', { values: [...values] }), hodgesLehmann(values, 0.025), LOOK);
}

test('the change that is called detectable is found in about four of five measurements', () => {
  const random = seededRandom('detectable');
  const detectable = detectableAt(timeSeries('query', { values: noisyPairs(random, 200) }), LOOK, design) ?? 0;
  let found = 0;
  for (let trial = 0; trial < 200; trial++) {
    const values = noisyPairs(random, 30, { change: detectable });
    if (signedRankTest(values, { shift: SHIFT, alternative: 'greater' }).p <= LOOK.level / LOOK.metrics) found++;
  }
  expect(found / 200).toBeGreaterThan(0.68);
  expect(found / 200).toBeLessThan(0.92);
});

test('a look too early to find anything detects nothing, and so do too few values', () => {
  const series = timeSeries('query', { values: noisyPairs(seededRandom('few'), 9) });
  expect(detectableAt(series, { ...LOOK, pairs: 9 }, design)).toBeNull();
  expect(detectableAt({ ...series, values: series.values.slice(0, 3) }, LOOK, design)).toBeNull();
});

test.each([
  ['no change', 0, (values: number[]) => surelyNotWorse(values, SHIFT)],
  [
    'a change beyond the tolerance',
    0.06,
    (values: number[]) => signedRankTest(values, { shift: SHIFT, alternative: 'greater' }).p <= 0.005 / 4,
  ],
])('with %s, the pairs that are said to be needed do decide, mostly', (_, change, isDecided) => {
  const random = seededRandom('needed');
  const pilot = noisyPairs(random, 100, { change, spread: 0.06 });
  const pairs = needed(pilot) ?? 0;
  expect(pairs).toBeGreaterThan(100);
  // Had only a tenth of them been there, the answer would be of the same size.
  let decided = 0;
  for (let trial = 0; trial < 100; trial++) if (isDecided(noisyPairs(random, pairs, { change, spread: 0.06 }))) decided++;
  expect(decided).toBeGreaterThan(60);
});

test('no number of pairs decides a change that is the tolerance itself', () => {
  const around = [-3, -2, -1, 1, 2, 3].map((step) => SHIFT + step / 100);
  expect(needed(around)).toBeNull();
  expect(needed(around.slice(0, 3))).toBeNull();
});

import { expect, test } from '@jest/globals';
import { systemClock } from '../../core/clock.ts';
import { silentLog } from '../../core/log.ts';
import { planOf } from '../../system/testing/plan.ts';
import { failBrokenHead } from './one-sided.ts';
import { SideFailure } from './side-failure.ts';

test('why head is broken is told without what the environment keeps secret, in the log and in the document', async () => {
  const said: string[] = [];
  const source = { folder: '/', label: 'x', commit: null, origin: 'directory', remove: async () => Promise.resolve() } as const;
  const { document } = await failBrokenHead(
    {
      ...{ base: source, head: source, headPlan: planOf({}), wish: {} },
      failure: new SideFailure('head', new Error('the key open-sesame was refused')),
    },
    {
      ...{ clock: systemClock, env: { API_KEY: 'open-sesame' }, cwd: '/', signal: new AbortController().signal },
      log: { ...silentLog, warn: (message) => said.push(message) },
      onProgress: () => undefined,
    },
  );
  expect(document.comparison?.headFailure).toBe('the key *** was refused');
  expect(said).toEqual(['head: the key *** was refused']);
});

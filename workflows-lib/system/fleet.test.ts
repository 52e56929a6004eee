import { expect, test } from '@jest/globals';

import { systemClock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import { silentLog } from '../core/log.ts';
import { openRun } from './run.ts';

test('an errand that takes longer than it may is stopped and said so', async () => {
  const run = await openRun({ clock: systemClock, log: silentLog });
  const args = ['-e', 'setInterval(() => undefined, 1000)'];
  const spec = { name: 'dawdler', program: 'node', args, cwd: '/', env: {}, stopTimeoutMs: 2_000, timeoutMs: 300 };
  try {
    await expect(run.context.fleet.runToEnd(spec)).rejects.toEqual(
      new UsageError('dawdler took longer than 0.3 s and was stopped.'),
    );
  } finally {
    await run.close();
  }
});

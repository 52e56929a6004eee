import type { Attempt } from '../driver.ts';
import type { Ending } from '../failure.ts';
import type { RpcRun } from './rpc.ts';

/** The attempt that a request and the judgement of its reply make. What went wrong on the way comes first. */
export function attemptOfRun(run: RpcRun, judged: Ending | undefined): Attempt {
  const { startMs, connectedMs, firstByteMs, endMs, bytesReceived } = run;
  const why = run.ending ?? judged;
  return {
    startMs,
    ...(connectedMs === undefined ? undefined : { connectedMs }),
    ...(firstByteMs === undefined ? undefined : { firstByteMs }),
    endMs,
    outcome: why?.outcome ?? 'ok',
    ...(why === undefined ? undefined : { failure: why.failure }),
    usage: [],
    bytesReceived,
  };
}

import { afterEach, expect } from '@jest/globals';
import type { LoopbackGitHub } from './contract.ts';
import { misplacedCredentials } from './credentials.ts';
import { PLANTED } from './scene.ts';
import type { Scene } from './scene.ts';
import type { ActionRun } from './spawn-action.ts';
import { useLoopback } from './use-loopback.ts';

/** A loopback GitHub, and what every run of the report against it is held to. */
export interface ReportBench {
  readonly github: LoopbackGitHub;
  /** Waits for a run, and holds against it that the token was seen by nobody but GitHub, in its header. */
  readonly kept: (run: Promise<ActionRun>) => Promise<ActionRun>;
}

/** For the top of a file of tests; expects after each of them that every request was one of GitHub's API. */
export function useReportBench(): ReportBench {
  const github = useLoopback();
  afterEach(() => {
    expect(github.violations).toEqual([]);
  });
  const kept = async (run: Promise<ActionRun>): Promise<ActionRun> => {
    const ended = await run;
    expect(await misplacedCredentials({ github, run: ended, planted: [PLANTED] })).toEqual([]);
    return ended;
  };
  return { github, kept };
}

/** The bodies of all comments, the oldest first. */
export function commentsOf({ repository }: Scene): string[] {
  return repository.comments.map(({ body }) => body);
}

/** What the runner shows as errors. */
export function errorsOf({ annotations }: ActionRun): string[] {
  return annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
}

import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { LoopbackGitHub } from './contract.ts';
import { misplacedCredentials } from './credentials.ts';
import { startLoopbackGitHub } from './loopback.ts';
import { PLANTED } from './scene.ts';
import type { Scene } from './scene.ts';
import type { ActionRun } from './spawn-action.ts';

/** One loopback GitHub for all tests of a file. */
export interface ReportBench {
  readonly github: () => LoopbackGitHub;
  /** Waits for a run, and holds against it that the token was seen by nobody but GitHub, in its header. */
  readonly kept: (run: Promise<ActionRun>) => Promise<ActionRun>;
}

/** Starts it before the first test of the file that calls this, and expects after each that every request was one of GitHub's API. */
export function useReportBench(): ReportBench {
  let github: LoopbackGitHub | undefined;
  const started = (): LoopbackGitHub => {
    if (github === undefined) throw new Error('the loopback GitHub runs inside tests only');
    return github;
  };
  beforeAll(async () => {
    github = await startLoopbackGitHub();
  });
  afterEach(() => {
    expect(started().violations).toEqual([]);
  });
  afterAll(async () => {
    await github?.close();
  });
  return {
    github: started,
    kept: async (run) => {
      const ended = await run;
      expect(await misplacedCredentials({ github: started(), run: ended, planted: [PLANTED] })).toEqual([]);
      return ended;
    },
  };
}

/** The bodies of all comments, the oldest first. */
export function commentsOf({ repository }: Scene): string[] {
  return repository.comments.map(({ body }) => body);
}

/** What the runner shows as errors. */
export function errorsOf({ annotations }: ActionRun): string[] {
  return annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
}

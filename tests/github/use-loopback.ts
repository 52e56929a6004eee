import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { LoopbackGitHub } from './contract.ts';
import { startLoopbackGitHub } from './loopback.ts';

/**
 * One loopback GitHub for all tests of the file that calls this at its top: empty before each of them, closed after the last. It is started by
 * a hook, so that a file none of whose tests are wanted starts nothing; what is returned is filled then, and is for tests and hooks alone.
 */
export function useLoopback(): LoopbackGitHub {
  const github = {} as LoopbackGitHub;
  beforeAll(async () => {
    Object.assign(github, await startLoopbackGitHub());
  });
  beforeEach(() => {
    github.reset();
  });
  afterAll(() => github.close());
  return github;
}

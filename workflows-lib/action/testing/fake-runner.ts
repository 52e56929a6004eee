import type { ActionPorts } from '../run-action.ts';
import type { Toolkit } from '../toolkit.ts';

/** A runner in memory: everything that reaches it, in order, in the words of the runner's commands. */
export interface FakeRunner {
  readonly lines: string[];
  readonly outputs: Map<string, string | number | boolean>;
  readonly summaries: string[];
  readonly toolkit: Toolkit;
  readonly ports: ActionPorts;
}

/** A runner with these variables. Its clock stands still unless `now` moves it. */
export function createFakeRunner(env: Readonly<Record<string, string>> = {}, now: () => number = () => 0): FakeRunner {
  const lines: string[] = [];
  const outputs = new Map<string, string | number | boolean>();
  const summaries: string[] = [];
  const write = (text: string): void => {
    lines.push(...text.replace(/\n$/, '').split('\n'));
  };
  const say =
    (name: string) =>
    (message: string, { file }: { readonly file?: string } = {}): void => {
      lines.push(`::${name}${file === undefined ? '' : ` file=${file}`}::${message}`);
    };
  const toolkit: Toolkit = {
    startGroup: say('group'),
    endGroup: () => {
      lines.push('::endgroup::');
    },
    error: say('error'),
    warning: say('warning'),
    notice: say('notice'),
    debug: say('debug'),
    setOutput: (name, value) => {
      outputs.set(name, value);
    },
    summary: {
      addRaw: (text) => ({
        write: () => {
          summaries.push(text);
          return Promise.resolve();
        },
      }),
    },
  };
  const clock = { now, date: () => new Date(0), sleep: () => Promise.resolve() };
  const ports: ActionPorts = {
    env: { GITHUB_OUTPUT: 'output', ...env },
    cwd: '/project',
    clock,
    write,
    loadToolkit: () => Promise.resolve(toolkit),
    signal: new AbortController().signal,
  };
  return { lines, outputs, summaries, toolkit, ports };
}

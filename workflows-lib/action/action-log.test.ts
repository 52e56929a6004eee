import { expect, test } from '@jest/globals';
import { createActionLog, messageText } from './action-log.ts';
import type { ActionLog } from './action-log.ts';
import { createFakeRunner } from './testing/fake-runner.ts';

function setUp(options: { readonly now?: () => number; readonly verbose?: boolean } = {}): { lines: string[]; log: ActionLog } {
  const { now = () => 0, verbose = false } = options;
  const { lines, toolkit, ports } = createFakeRunner();
  return { lines, log: createActionLog({ toolkit, write: ports.write, now, verbose }) };
}

test('no text that is logged becomes a command of the runner', async () => {
  const { lines, log } = setUp({ verbose: true });
  const hostile = '::error::x\n ::add-mask::y\n##[group]z\r::set-output name=a::b';
  log.log.info(hostile);
  log.print(hostile);
  log.log.warn(hostile);
  log.log.debug(hostile);
  log.error(hostile);
  log.onProgress({ done: 1, total: 2, label: hostile });
  await log.group(hostile, async () => log.group(hostile, () => Promise.resolve()));
  const commands = lines.flatMap((line) => line.split(/[\r\n]/)).filter((line) => /^\s*::|##\[/.test(line));
  expect(commands.map((line) => line.slice(0, line.indexOf('::', 2)))).toEqual([
    '::warning',
    '::debug',
    '::error',
    '::group',
    '::endgroup',
  ]);
});

test('groups do not nest: the inner one is a heading, and the outer one ends once', async () => {
  const { lines, log } = setUp();
  const result = await log.group('Outer', async () => {
    log.log.info('a');
    await log.group('Inner', () => {
      log.log.info('b');
      return Promise.resolve();
    });
    return 7;
  });
  expect(result).toBe(7);
  expect(lines).toEqual(['::group::Outer', 'a', 'Inner:', 'b', '::endgroup::']);
});

test('a group ends when its body throws, and a later one starts anew', async () => {
  const { lines, log } = setUp();
  await expect(log.group('First', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await log.group('Second', () => Promise.resolve());
  expect(lines).toEqual(['::group::First', '::endgroup::', '::group::Second', '::endgroup::']);
});

test('progress is a line every five seconds, not more', () => {
  let nowMs = 0;
  const { lines, log } = setUp({ now: () => nowMs });
  for (let done = 0; done <= 1200; done++) {
    nowMs = done * 10;
    log.onProgress({ done, total: 1200, label: 'mcp.query' });
  }
  expect(lines).toEqual(['    0% mcp.query', '   41% mcp.query', '   83% mcp.query']);
});

test('details are logged only when the runner is asked for them', () => {
  const quiet = setUp();
  quiet.log.log.debug('detail');
  expect(quiet.lines).toEqual([]);
  const verbose = setUp({ verbose: true });
  verbose.log.log.debug('detail');
  expect(verbose.lines).toEqual(['::debug::detail']);
});

test('terminal escapes of others are taken out, our own colours stay', () => {
  const { lines, log } = setUp();
  log.log.info('\u001b[2Jgone');
  log.print('\u001b[32mgood\u001b[0m');
  expect(lines).toEqual(['\ufffd[2Jgone', '\u001b[32mgood\u001b[0m']);
});

test('a message is no longer than GitHub keeps', () => {
  expect(messageText(Array.from({ length: 100 }, () => 'x'.repeat(99)).join('\n'))).toHaveLength(4_000);
  expect(messageText('a\n\n  b')).toBe('a\nb');
});

import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { createMasker, secretForms } from './masks.ts';
import { workflowCommand } from './workflow-command.ts';

test('a secret is masked as it was given, trimmed, line by line and in the encodings that it travels in', () => {
  const forms = secretForms(' p@ss/"w\u00f6rd \nsecond line\nno\n');
  for (const form of [
    ' p@ss/"w\u00f6rd \nsecond line\nno\n',
    'p@ss/"w\u00f6rd \nsecond line\nno',
    'p@ss/"w\u00f6rd',
    'second line',
    // printf %s 'second line' | base64, and the same with x-access-token: before it.
    'c2Vjb25kIGxpbmU=',
    'eC1hY2Nlc3MtdG9rZW46c2Vjb25kIGxpbmU=',
    'p%40ss%2F%22w%C3%B6rd',
    'second+line',
    'second%20line',
    'p@ss/\\"w\u00f6rd',
  ]) {
    expect(forms).toContain(form);
  }
});

test('a form too short to be masked is left out', () => {
  expect(secretForms('abc')).toEqual([]);
  expect(secretForms('   a   ')).toEqual([]);
  expect(secretForms('no\nlong enough')).not.toContain('no');
});

test('each form is told to the runner once', () => {
  const lines: string[] = [];
  const masker = createMasker((text) => lines.push(text));
  masker.mask(['hunter22']);
  const before = lines.length;
  masker.mask(['hunter22']);
  expect(before).toBeGreaterThan(3);
  expect(lines).toHaveLength(before);
  expect(lines[0]).toBe('::add-mask::hunter22\n');
});

test('settings that only sound secret do not blank the log', () => {
  const lines: string[] = [];
  createMasker((text) => lines.push(text)).maskGuessed(['false', 'True', '4096', 'abc', 'none', 'sk-real-one']);
  expect(lines.filter((line) => /false|True|4096|none|abc/.test(line))).toEqual([]);
  expect(lines).toContain('::add-mask::sk-real-one\n');
});

test('a mask is written exactly as the toolkit writes it', () => {
  const secret = 'a%25b\r\nc:d,e%';
  const code = `import { setSecret } from '@actions/core'; setSecret(${JSON.stringify(secret)})`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  });
  expect(workflowCommand('add-mask', secret)).toBe(stdout);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { silentLog } from '../core/log.ts';
import { createFakeRunner } from './testing/fake-runner.ts';
import { SUMMARY_LIMIT, fitSummary, writeSummary } from './write-summary.ts';

const folder = mkdtempSync(join(tmpdir(), 'shotclock-summary-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a summary that fits is left as it is', () => {
  expect(fitSummary('x'.repeat(100), 100)).toBe('x'.repeat(100));
});

test('a summary that is too long is cut after a whole line and says so', () => {
  const cut = fitSummary(Array.from({ length: 100 }, (_, line) => `line ${line} é`).join('\n'), 400);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(400);
  expect(cut).toMatch(/^(line \d+ é\n)+\n\*\*The summary ends here: [^\n]*\*\*$/);
});

test('what the cut leaves open is closed again', () => {
  const text = `<details open>\n<details>\n</details>\n\n\`\`\`json\n${'{}\n'.repeat(200)}\`\`\`\n</details>`;
  const cut = fitSummary(text, 400);
  expect(cut).toMatch(/\{\}\n```\n<\/details>\n\n\*\*The summary ends here/);
});

test('where not even the note fits, nothing is written', () => {
  expect(fitSummary('x'.repeat(100), 50)).toBe('');
});

test('what the step has written already counts towards the limit', async () => {
  const file = join(folder, 'summary.md');
  writeFileSync(file, 'y'.repeat(SUMMARY_LIMIT - 500));
  const { toolkit, summaries } = createFakeRunner();
  await writeSummary('z\n'.repeat(1000), { toolkit, env: { GITHUB_STEP_SUMMARY: file }, log: silentLog });
  expect(Buffer.byteLength(summaries.join(''))).toBeLessThanOrEqual(500);
  expect(summaries[0]).toContain('The summary ends here');
});

test('without a runner there is no summary; one that cannot be written is a warning', async () => {
  const { toolkit, summaries } = createFakeRunner();
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (message: string) => warnings.push(message) };
  await writeSummary('text', { toolkit, env: {}, log });
  expect(warnings).toEqual([]);
  await writeSummary('text', { toolkit, env: { GITHUB_STEP_SUMMARY: join(folder, 'missing.md') }, log });
  expect(summaries).toEqual([]);
  expect(warnings).toEqual([expect.stringMatching(/^the job summary could not be written: .*ENOENT/)]);
});

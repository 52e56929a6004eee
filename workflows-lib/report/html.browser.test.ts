/** The page in a real browser, where there is one; set CHROMIUM to the path of another. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { RunDocument } from '../history/run-document.ts';
import { renderHtml } from './html.ts';
import { HOSTILE_TEXTS, sampleHostile, sampleHostileComparison } from './testing/hostile-run.ts';
import { compareRun } from './testing/sample-comparison.ts';
import { sampleDemo, sampleFailedLoad } from './testing/sample-run.ts';

const EXECUTABLE = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-sync',
  '--no-first-run',
  '--disable-component-update',
];
const inBrowser = EXECUTABLE === undefined ? test.skip : test;

let browser: Browser | undefined;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shotclock-report-'));
  if (EXECUTABLE !== undefined) browser = await chromium.launch({ executablePath: EXECUTABLE, args: QUIET });
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the page said and asked for while `use` had it. */
async function open(
  run: RunDocument,
  width: number,
  use: (page: Page) => Promise<void>,
): Promise<{ messages: string[]; requests: string[] }> {
  if (browser === undefined) throw new Error('no browser');
  const file = join(folder, 'report.html');
  await writeFile(file, renderHtml(run));
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const [messages, requests]: [string[], string[]] = [[], []];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${file}`);
  await use(page);
  await page.close();
  return { messages, requests: requests.filter((url) => !url.startsWith('file://')) };
}

test('a browser is there, or its tests are skipped for want of one', () => {
  expect(inBrowser === test.skip).toBe(EXECUTABLE === undefined);
});

inBrowser('the page loads nothing else and breaks no rule of its own policy', async () => {
  const seen = await open(sampleDemo(), 1280, async (page) => {
    expect(await page.locator('#benchmark tbody tr').count()).toBe(16);
    expect(await page.locator('svg[role=img]').count()).toBeGreaterThan(20);
  });
  expect(seen).toEqual({ messages: [], requests: [] });
});

inBrowser('hostile text of a comparison is only text', async () => {
  const seen = await open(sampleHostileComparison(), 1280, async (page) => {
    expect(await page.locator('script, img, iframe, object, form, body style').count()).toBe(0);
    expect(await page.locator('#comparison tbody tr').count()).toBe(HOSTILE_TEXTS.length);
    expect(await page.locator('a:not([href^="#"])').count()).toBe(0);
  });
  expect(seen).toEqual({ messages: [], requests: [] });
});

inBrowser('a forest plot says in words what it draws, and draws what is worse to the right of no change', async () => {
  await open(compareRun(), 1280, async (page) => {
    const row = page.locator('#comparison tbody tr', { hasText: 'mcp.query.duration' });
    const plot = row.locator('svg.forest').first();
    expect(await plot.getAttribute('aria-label')).toBe('Regression: +9.8% (+7.1% to +12.4%), tolerated 3%');
    const x = async (selector: string, name: string): Promise<number> =>
      Number(await plot.locator(selector).first().getAttribute(name));
    const [zero, tolerance, dot] = [await x('line.axis', 'x1'), await x('line.tolerance', 'x1'), await x('circle.dot', 'cx')];
    expect(zero).toBeLessThan(tolerance);
    expect(tolerance).toBeLessThan(dot);
    expect((dot - zero) / (tolerance - zero)).toBeCloseTo(0.098 / 0.03, 1);
  });
});

inBrowser('hostile text is only text', async () => {
  const seen = await open(sampleHostile(), 1280, async (page) => {
    expect(await page.title()).toContain('<script>document.title="owned"</script>');
    expect(await page.locator('script, img, iframe, object, form, body style').count()).toBe(0);
    const names = await page.locator('#benchmark tbody th').allTextContents();
    expect(names).toHaveLength(HOSTILE_TEXTS.length);
    expect(names).toContain('</style></svg><style>*{display:none}</style>');
    expect(await page.locator('a:not([href^="#"])').count()).toBe(0);
  });
  expect(seen).toEqual({ messages: [], requests: [] });
});

inBrowser.each([360, 768, 1280])('nothing sticks out of a page %p pixels wide', async (width) => {
  for (const run of [sampleDemo(), sampleFailedLoad(), sampleHostile(), compareRun(), sampleHostileComparison()]) {
    await open(run, width, async (page) => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });
  }
});

inBrowser.each([
  ['run', sampleDemo()],
  ['comparison', compareRun()],
])('in a %s headings descend one level at a time, tables and drawings are named, ids are unique', async (_, run) => {
  await open(run, 1280, async (page) => {
    expect(await page.locator('h1').count()).toBe(1);
    const levels = `[...document.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.tagName[1]))`;
    expect(await page.evaluate(`${levels}.filter((level, index, all) => level - (all[index - 1] ?? 0) > 1)`)).toEqual([]);
    expect(await page.locator('table:not(:has(caption))').count()).toBe(0);
    expect(await page.locator('th:not([scope])').count()).toBe(0);
    expect(await page.locator('svg[role=img]:not([aria-label])').count()).toBe(0);
    expect(await page.locator('svg:not([role=img]):not([aria-hidden=true])').count()).toBe(0);
    const ids = `[...document.querySelectorAll('[id]')].map((one) => one.id)`;
    expect(await page.evaluate(`${ids}.filter((id, index, all) => all.indexOf(id) !== index)`)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

inBrowser('the keyboard reaches links, tables and folds, and shows where it is', async () => {
  await open(sampleDemo(), 1280, async (page) => {
    for (let press = 0; press < 12; press++) await page.keyboard.press('Tab');
    expect(await page.locator(':focus-visible').count()).toBe(1);
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  });
});

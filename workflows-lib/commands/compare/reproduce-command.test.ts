import { expect, test } from '@jest/globals';
import { reproduceCommand, reproduceOfRuns } from './reproduce-command.ts';

const BASE = { commit: 'a'.repeat(40), label: 'main', origin: 'merge-base' } as const;
const CHECKOUT = { commit: 'b'.repeat(40), label: 'change', origin: 'checkout' } as const;

test('the command names the commit and everything that was chosen, quoted for a shell', () => {
  const sides = { base: BASE, head: CHECKOUT };
  expect(reproduceCommand(sides, {})).toBe(`shotclock compare --base ${'a'.repeat(40)}`);
  const wish = {
    config: "it's/shotclock.yml",
    only: 'mcp.*',
    pairs: 30,
    budgetMs: 90_000,
    metrics: ['mcp.query.cost', 'a.cost'],
  };
  expect(reproduceCommand(sides, wish)).toBe(
    `shotclock compare --base ${'a'.repeat(40)} --config 'it'\\''s/shotclock.yml' --only 'mcp.*' --pairs 30 --budget 90000ms --metric mcp.query.cost --metric a.cost`,
  );
});

test('head is named where it is not the checkout', () => {
  const head = { commit: 'c'.repeat(40), label: 'v2', origin: 'ref' } as const;
  expect(reproduceCommand({ base: BASE, head }, { head: 'v2' })).toBe(
    `shotclock compare --base ${'a'.repeat(40)} --head ${'c'.repeat(40)}`,
  );
});

test('a folder is named as it was given, whatever commit lies in it', () => {
  const folder = { commit: 'd'.repeat(40), label: '/home/me/before', origin: 'directory' } as const;
  expect(reproduceCommand({ base: folder, head: CHECKOUT }, { base: '../before' })).toBe('shotclock compare --base ../before');
  expect(reproduceCommand({ base: folder, head: folder }, {})).toBe(
    'shotclock compare --base /home/me/before --head /home/me/before',
  );
});

test('two runs are named by their files, quoted, with the plan that judges them', () => {
  expect(reproduceOfRuns({ base: 'old runs/1.json', head: 'new.json' })).toBe(
    "shotclock compare --base 'old runs/1.json' --head new.json",
  );
  expect(reproduceOfRuns({ base: 'a.json', head: 'b.json', config: 'x/shotclock.yml' })).toMatch(/ --config x\/shotclock\.yml$/);
});

import { expect, test } from '@jest/globals';
import { reproduceCommand } from './reproduce-command.ts';

test('the command names the commit and everything that was chosen, quoted for a shell', () => {
  const base = { commit: 'a'.repeat(40), label: 'main' };
  expect(reproduceCommand(base, {})).toBe(`shotclock compare --base ${'a'.repeat(40)}`);
  const wish = { config: "it's/shotclock.yml", only: 'mcp.*', pairs: 30, budgetMs: 90_000, metrics: ['mcp.query.cost'] };
  expect(reproduceCommand(base, wish)).toBe(
    `shotclock compare --base ${'a'.repeat(40)} --config 'it'\\''s/shotclock.yml' --only 'mcp.*' --pairs 30 --budget 90000ms --metric mcp.query.cost`,
  );
});

test('without a commit it names what the user named', () => {
  expect(reproduceCommand({ commit: null, label: '../before' }, {})).toBe('shotclock compare --base ../before');
});

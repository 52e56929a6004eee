import { expect, test } from '@jest/globals';
import { proposedStatements } from './sql.ts';

function fenced(sql: string, language = 'sql'): string {
  return `Text.\n\`\`\`${language}\n${sql}\n\`\`\`\nMore text.`;
}

test.each([
  ['a statement with its semicolon', fenced('SELECT 1;'), ['SELECT 1']],
  ['two in one fence', fenced('SELECT 1;\nSELECT 2;'), ['SELECT 1', 'SELECT 2']],
  ['two fences', `${fenced('SELECT 1')}\n${fenced('SELECT 2', 'PostgreSQL')}`, ['SELECT 1', 'SELECT 2']],
  ['more than the limit', fenced('SELECT 1; SELECT 2; SELECT 3'), ['SELECT 1', 'SELECT 2']],
  ['the same twice', fenced('SELECT 1; SELECT 1;'), ['SELECT 1']],
  ['semicolons in text', fenced("SELECT 'a;b''c;'"), ["SELECT 'a;b''c;'"]],
  ['semicolons in names', fenced('SELECT 1 AS "a;b"'), ['SELECT 1 AS "a;b"']],
  ['semicolons in comments', fenced('SELECT 1 -- one; only\n/* two; */ + 1'), ['SELECT 1 -- one; only\n/* two; */ + 1']],
  ['semicolons in dollar quotes', fenced('SELECT $x$a;b$x$; SELECT 2'), ['SELECT $x$a;b$x$', 'SELECT 2']],
  ['division and subtraction', fenced('SELECT 4 / 2 - 1;'), ['SELECT 4 / 2 - 1']],
  ['an apostrophe that is never closed', fenced("SELECT 'a; SELECT 2"), ["SELECT 'a", 'SELECT 2']],
  ['code in another language', fenced('SELECT 1', 'python'), []],
  ['no fence', 'SELECT 1', []],
])('reads %s', (_, draft, expected) => {
  expect(proposedStatements(draft, 2)).toEqual(expected);
});

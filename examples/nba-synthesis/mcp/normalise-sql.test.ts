import { expect, test } from '@jest/globals';
import { normaliseSql } from './normalise-sql.ts';

test.each([
  ['white space and letter case', 'SELECT  Name\n\tFROM Teams', 'select name from teams'],
  ['a closing semicolon', 'SELECT 1 ; ', 'SELECT 1'],
  ['space around a quotation', "SELECT   'A'  AS x", "SELECT 'A' as X"],
])('statements that differ only in %s have one text', (_what, one, other) => {
  expect(normaliseSql(one)).toBe(normaliseSql(other));
});

test.each([
  ['the case of quoted text', "SELECT 'a'", "SELECT 'A'"],
  ['spaces in quoted text', "SELECT 'a  b'", "SELECT 'a b'"],
  ['the case of a quoted name', 'SELECT "A" FROM t', 'SELECT "a" FROM t'],
  ['quotes inside of quoted text', "SELECT 'it''s  A'", "SELECT 'it''s a'"],
  ['a line break that joins two quotations', "SELECT 'a'\n'b'", "SELECT 'a' 'b'"],
  ['text within dollar quotes', 'SELECT $$A  B$$', 'SELECT $$a b$$'],
  ['a line break that ends a comment', 'SELECT 1 -- x\n+ 1', 'SELECT 1 -- x + 1'],
  ['text after an escaped quote', "SELECT E'\\' A'", "SELECT E'\\' a'"],
  ['a quotation in a comment', "SELECT 1 /* ' */ AS A, 'B'", "SELECT 1 /* ' */ AS A, 'b'"],
])('statements that differ in %s keep different texts', (_what, one, other) => {
  expect(normaliseSql(one)).not.toBe(normaliseSql(other));
});

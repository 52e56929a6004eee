/** Quoted text and quoted names; what lies between them is free of quotes. */
const QUOTED = /('(?:[^']|'')*'|"(?:[^"]|"")*")/;
/** With these in play, finding the end of a quotation takes PostgreSQL's own lexer: escapes, dollar quotes, comments. */
const HARD = /[\\$]|--|\/\*/;

function fold(part: string, index: number): string {
  const isQuoted = index % 2 === 1;
  // White space alone between two quotations has a meaning: with a line break in it they are one.
  if (isQuoted || part.trim() === '') return part;
  return part.replaceAll(/\s+/g, ' ').toLowerCase();
}

/**
 * One text for statements that differ in nothing but letter case, white space and a closing semicolon, where that can be told for
 * certain; otherwise the statement itself, trimmed. Two statements with the same text always mean the same.
 */
export function normaliseSql(sql: string): string {
  const trimmed = sql.trim();
  if (HARD.test(trimmed)) return trimmed;
  return trimmed
    .split(QUOTED)
    .map(fold)
    .join('')
    .replace(/[\s;]+$/, '')
    .trim();
}

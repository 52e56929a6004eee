/** The SQL that a model's draft proposes. */

/** Fenced blocks marked as SQL. */
const FENCE = /```(?:sql|postgres|postgresql|pgsql)[ \t]*\r?\n([\s\S]*?)```/gi;

/** Quoted text, comments and dollar quotes, in which a semicolon ends nothing; then the semicolon; then anything else. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|;|[^'"$;/-]+|[\s\S]/g;

function splitStatements(script: string): string[] {
  const statements = [''];
  for (const [token] of script.matchAll(TOKEN)) {
    if (token === ';') statements.push('');
    else statements.push(`${statements.pop() ?? ''}${token}`);
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}

/** The first `limit` different statements in the draft's ```sql fences, without their semicolons. */
export function proposedStatements(draft: string, limit: number): string[] {
  const statements = [...draft.matchAll(FENCE)].flatMap((match) => splitStatements(match[1] ?? ''));
  return [...new Set(statements)].slice(0, limit);
}

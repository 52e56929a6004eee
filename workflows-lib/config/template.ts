/**
 * The template language of values: `${NAME}`, `${NAME:-default}` (a default may hold templates again), `${NAME:?message}` as in the
 * POSIX shell, `${services.database.url}` for what is known only when the system runs, and `$${` for a plain `${`.
 */

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'variable';
      readonly name: string;
      /** Used when the variable is unset or empty. */
      readonly fallback?: readonly TemplatePart[];
      /** Shown when the variable is unset or empty. */
      readonly demand?: string;
    }
  | { readonly kind: 'reference'; readonly reference: string };

/** A text in parts, or what is wrong with it. */
export interface Template {
  readonly parts: readonly TemplatePart[];
  readonly problem?: string;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const REFERENCE = /^[a-z][a-z0-9_]*(\.[a-zA-Z0-9_]+)+$/;
const DEPTH_AT_MOST = 10;

interface Cursor {
  readonly text: string;
  position: number;
  problem?: string;
}

/** Takes a text apart. Never throws. */
export function parseTemplate(text: string): Template {
  const cursor: Cursor = { text, position: 0 };
  const parts = parseParts(cursor, 0);
  return cursor.problem === undefined ? { parts } : { parts: [], problem: cursor.problem };
}

/** Reads up to the end, or within a default up to its closing brace (which is left for the caller). */
function parseParts(cursor: Cursor, depth: number): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let plain = '';
  while (cursor.position < cursor.text.length && cursor.problem === undefined) {
    if (depth > 0 && cursor.text.startsWith('}', cursor.position)) break;
    if (cursor.text.startsWith('$${', cursor.position)) {
      plain += '${';
      cursor.position += 3;
    } else if (cursor.text.startsWith('${', cursor.position)) {
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      plain = '';
      parts.push(parseExpression(cursor, depth + 1));
    } else {
      plain += cursor.text.charAt(cursor.position++);
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

function parseExpression(cursor: Cursor, depth: number): TemplatePart {
  cursor.position += 2;
  const [head = ''] = /^[^}:?$\s-]*/.exec(cursor.text.slice(cursor.position, cursor.position + 200)) ?? [];
  cursor.position += head.length;
  if (depth > DEPTH_AT_MOST) return fail(cursor, `\${…} is nested deeper than ${DEPTH_AT_MOST} levels`);
  if (cursor.text.startsWith('}', cursor.position)) return closeExpression(cursor, head);
  if (!NAME.test(head)) return malformed(cursor, head);
  if (cursor.text.startsWith(':-', cursor.position)) {
    cursor.position += 2;
    const fallback = parseParts(cursor, depth);
    return close(cursor, { kind: 'variable', name: head, fallback });
  }
  if (cursor.text.startsWith(':?', cursor.position)) {
    const start = cursor.position + 2;
    const end = cursor.text.indexOf('}', start);
    cursor.position = end === -1 ? cursor.text.length : end;
    return close(cursor, { kind: 'variable', name: head, demand: cursor.text.slice(start, cursor.position).trim() });
  }
  return malformed(cursor, head);
}

function closeExpression(cursor: Cursor, head: string): TemplatePart {
  if (NAME.test(head)) return close(cursor, { kind: 'variable', name: head });
  if (REFERENCE.test(head)) return close(cursor, { kind: 'reference', reference: head });
  return malformed(cursor, head);
}

function close(cursor: Cursor, part: TemplatePart): TemplatePart {
  if (!cursor.text.startsWith('}', cursor.position))
    return fail(cursor, 'a ${ is never closed with } (write $${ for a plain ${)');
  cursor.position++;
  return part;
}

function malformed(cursor: Cursor, head: string): TemplatePart {
  if (!cursor.text.includes('}', cursor.position)) return fail(cursor, 'a ${ is never closed with } (write $${ for a plain ${)');
  const name = NAME.test(head) ? head : 'NAME';
  return fail(
    cursor,
    `not a template; write \${${name}}, \${${name}:-default} or \${${name}:?message} (write $\${ for a plain \${)`,
  );
}

function fail(cursor: Cursor, problem: string): TemplatePart {
  cursor.problem ??= problem;
  return { kind: 'text', text: '' };
}

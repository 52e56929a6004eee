import { Evaluator, Lexer, Parser, data } from '@actions/expressions';

/** The contexts that an expression may name, as plain JSON: `{ github: { token: '…' }, runner: { os: 'Linux' } }`. */
export type ExpressionContexts = Readonly<Record<string, unknown>>;

/**
 * Fills in every `${{ … }}` of a text by GitHub's own evaluator. Throws its error for a malformed expression and for a context
 * that is not given, as the runner refuses `secrets` in the default of an input.
 */
export function fillInExpressions(text: string, contexts: ExpressionContexts): string {
  // A closing pair of braces inside a string literal does not end the expression.
  return text.replace(/\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g, (_, expression: string) => evaluate(expression, contexts));
}

function evaluate(expression: string, contexts: ExpressionContexts): string {
  const { tokens } = new Lexer(expression.trim()).lex();
  const tree = new Parser(tokens, Object.keys(contexts), []).parse();
  return new Evaluator(tree, dictionary(contexts)).evaluate().coerceString();
}

function dictionary(values: Readonly<Record<string, unknown>>): data.Dictionary {
  const pairs = Object.entries(values).map(([key, value]) => ({ key, value: toData(value) }));
  return new data.Dictionary(...pairs);
}

function toData(value: unknown): data.ExpressionData {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  return dictionary(Object.fromEntries(Object.entries(value)));
}

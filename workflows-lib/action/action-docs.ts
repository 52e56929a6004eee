import { markdownTable } from 'markdown-table';
import { defaultText } from './spec.ts';
import type { AnyActionSpec, InputSpec } from './spec.ts';

/** What is generated in a README, by the mark it stands between. */
export type Mark = 'inputs' | 'outputs' | 'actions';

/** The inputs as a Markdown table, in the order they are declared in. */
function inputsTable({ inputs }: AnyActionSpec): string {
  const rows = Object.entries(inputs).map(([name, input]) => [`\`${name}\``, cell(input.description), fallback(input)]);
  return markdownTable([['input', 'what it says', 'default'], ...rows]);
}

/** The outputs as a Markdown table. */
function outputsTable({ outputs }: AnyActionSpec): string {
  const rows = Object.entries(outputs).map(([name, description]) => [`\`${name}\``, cell(description)]);
  return markdownTable([['output', 'what it says'], ...rows]);
}

/** All actions as a Markdown table for the README at the root. */
export function actionsTable(specs: readonly AnyActionSpec[]): string {
  const rows = specs.map(({ name, description }) => [`[\`${name}\`](actions/${name}/README.md)`, cell(description)]);
  return markdownTable([['action', 'what it does'], ...rows]);
}

function fallback(input: InputSpec): string {
  const text = defaultText(input);
  if (text === undefined) return input.required === true ? 'required' : '';
  return text === '' ? '' : `\`${cell(text)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** The text with what stands between `<!-- mark -->` and `<!-- /mark -->` replaced. Throws when the marks are not there exactly once. */
export function fillMark(text: string, mark: Mark, content: string): string {
  const [open, close] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const parts = text.split(open);
  const rest = parts[1]?.split(close);
  if (parts.length !== 2 || rest?.length !== 2) throw new Error(`there must be one ${open} with one ${close} behind it`);
  return `${parts[0] ?? ''}${open}\n\n${content}\n\n${close}${rest[1] ?? ''}`;
}

/** The README of an action with its tables renewed. */
export function fillActionReadme(text: string, spec: AnyActionSpec): string {
  return fillMark(fillMark(text, 'inputs', inputsTable(spec)), 'outputs', outputsTable(spec));
}

import type { Comparison } from '../../history/comparison.ts';
import { partRows } from '../comparison/parts.ts';
import type { PartRow } from '../comparison/parts.ts';
import { statementRows } from '../comparison/statements.ts';
import type { StatementRow } from '../comparison/statements.ts';
import { LONGEST_CODE, moneyLines, whyLines } from '../comparison/why.ts';
import type { WhyLine } from '../comparison/why.ts';
import { oneLine } from '../escape.ts';
import { plural } from '../format.ts';
import { code, folded, notedName, outside } from './section.ts';
import { table } from './table.ts';
import type { Column } from './table.ts';
import { html } from './template.ts';
import type { Html } from './template.ts';

const STATEMENT_LENGTH = 240;

/** What moved in every metric that got worse, what bills are made of, statements and all parts; undefined where nothing is known of it. */
export function whyBody(comparison: Comparison): Html | undefined {
  const lines = [
    ...whyLines(comparison).map((line) => html`<li>${code(line.metric)}: ${whyMarkup(line)}.</li>`),
    ...moneyLines(comparison).map((line) => html`<li>${code(line.metric)}, cost per 1,000 requests: ${whyMarkup(line)}.</li>`),
  ];
  const [statements, parts] = [statementRows(comparison), partRows(comparison)];
  if (lines.length + statements.length + parts.length === 0) return undefined;
  return html`${
    lines.length === 0
      ? undefined
      : html`<ul class="todo">
          ${lines}
        </ul>`
  }
  ${statements.length === 0 ? undefined : table(statementColumns, statements, { caption: 'SQL statements as PostgreSQL counted them, base → head, those whose time grew most first.', cards: true })}
  ${parts.length === 0 ? undefined : folded(`${plural(parts.length, 'part')} of the changes`, table(partColumns, parts, { caption: 'The parts of one metric add up to its change.' }))}`;
}

function whyMarkup({ lead, parts }: WhyLine): Html {
  const each = parts.map(({ name, isCode, amount }, index) => {
    const shown = isCode ? code(oneLine(name, LONGEST_CODE)) : outside(name);
    return html`${index === 0 ? ' ' : ', '}${shown} ${amount}`;
  });
  return html`${lead}${each}`;
}

const statementColumns: readonly Column<StatementRow>[] = [
  { head: 'Statement', kind: 'name', cell: ({ statement }) => code(oneLine(statement, STATEMENT_LENGTH)) },
  { head: 'Service', kind: 'text', cell: ({ service }) => code(service) },
  { head: 'Mean', kind: 'number', cell: ({ mean }) => mean },
  { head: 'Calls', kind: 'number', cell: ({ calls }) => calls },
  { head: 'Rows', kind: 'number', cell: ({ rows }) => rows },
  { head: 'Blocks', kind: 'number', cell: ({ blocks }) => blocks },
];

const partColumns: readonly Column<PartRow>[] = [
  { head: 'Metric', kind: 'name', cell: ({ metric, note }) => notedName(metric, note) },
  { head: 'Part', kind: 'text', cell: ({ part }) => outside(part) },
  { head: 'Base', kind: 'number', cell: ({ base }) => base },
  { head: 'Head', kind: 'number', cell: ({ head }) => head },
  { head: 'Change', kind: 'number', cell: ({ change }) => change },
];

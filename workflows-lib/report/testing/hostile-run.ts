/** A run document full of text that must not get out of its place. */
import { runDocumentSchema } from '../../history/run-document.ts';
import type { RunDocument } from '../../history/run-document.ts';
import type { Comparison } from '../../history/comparison.ts';
import { sampleComparison, sampleMetricOf } from './sample-comparison.ts';
import { sampleDocument, sampleObjective } from './sample-document.ts';
import { sampleStage } from './sample-parts.ts';
import type { SampleOperation } from './sample-parts.ts';

/** Texts from outside that try to leave their place in HTML, Markdown, a terminal or a workflow log. */
export const HOSTILE_TEXTS = [
  '<script>document.title="owned"</script>',
  '"><img src=x onerror=alert(1)>',
  'a | b || c',
  '@everyone and @octocat, see #1 and GH-2 at https://evil.example/?q=1 or www.evil.example',
  '::add-mask::secret',
  '##[error]forged',
  '`code` **bold** [link](javascript:alert(1)) ![image](https://evil.example/x.png) $x^2$',
  'line one\r\n::error::line two\u2028\n| fake | row |',
  '\u001b[31mred\u001b[0m\u0007 and \u009b2J',
  'safe\u202egnp.exe',
  'مرحبا بالعالم database.استعلام',
  'x'.repeat(200),
  '</style></svg><style>*{display:none}</style>',
  '漢字テスト 🏀',
] as const;

function text(index: number): string {
  return HOSTILE_TEXTS[index % HOSTILE_TEXTS.length] ?? '';
}

function measured(): RunDocument {
  const operations = HOSTILE_TEXTS.map((name, index): SampleOperation => ({
    name,
    medianMs: 5 + index,
    spread: 0.3,
    models: [{ provider: text(index + 1), model: text(index + 2), input: 2400, cached: 0, output: 380, usd: 0.0129 }],
    failing: { share: 0.2, class: text(index + 3), example: text(index + 4) },
  }));
  const objectives = HOSTILE_TEXTS.map((label, index) => ({
    ...sampleObjective({ text: label, verdict: 'fail', value: 2, limit: 1 }),
    unit: text(index + 1),
    stage: text(index + 2),
    reason: text(index + 3),
  }));
  const stages = [
    sampleStage({ id: 'benchmark', operations, calls: 20, startedAfterMs: 0, durationMs: 9_000 }),
    sampleStage({
      calls: 60,
      startedAfterMs: 9_000,
      durationMs: 5_000,
      id: text(0),
      operations: operations.slice(0, 4),
      users: 3,
    }),
  ];
  return sampleDocument({ kind: 'demo', stages, objectives, verdict: 'fail', warnings: HOSTILE_TEXTS });
}

/** Every text that comes from outside is one of `HOSTILE_TEXTS`. */
export function sampleHostile(): RunDocument {
  const run = measured();
  return runDocumentSchema.parse({
    ...run,
    run: {
      ...run.run,
      system: text(0),
      commit: text(1),
      branch: text(3),
      seed: text(6),
      planDigest: text(7),
      id: text(4),
      status: 'partial',
      partialReason: text(7),
    },
    environment: {
      ...run.environment,
      cpuModel: text(6),
      kernel: text(8),
      runnerImage: text(3),
      services: Object.fromEntries(
        HOSTILE_TEXTS.map((name) => [name, { type: text(0), mode: 'simulated', version: text(1), detail: text(7) }]),
      ),
    },
    generator: { ...run.generator, verdict: 'degraded', reasons: [...HOSTILE_TEXTS] },
    cost: { ...run.cost, priceTable: { date: text(0), sources: [...HOSTILE_TEXTS] }, unpriced: [...HOSTILE_TEXTS] },
    resources: Object.fromEntries(HOSTILE_TEXTS.map((name) => [name, { residentBytesMax: 1, cpuMs: 1 }])),
  });
}

/** A comparison in which every text from outside is one of `HOSTILE_TEXTS`: all of them got worse. */
export function sampleHostileComparison(changed: Partial<Comparison> = {}): RunDocument {
  const metrics = HOSTILE_TEXTS.map((name, index) =>
    sampleMetricOf({
      ...{ operation: name, metric: text(index + 1), name: `${name}.${text(index + 1)}`, reason: text(index + 2) },
      ...{ verdict: 'regression' as const, change: { estimate: 0.2, low: 0.1, high: 0.3 } },
    }),
  );
  const names = metrics.map(({ name }) => name);
  const comparison = sampleComparison({
    base: { label: text(0), commit: text(1), origin: 'ref', planDigest: text(2) },
    head: { label: text(6), commit: text(7), origin: 'checkout', planDigest: text(3) },
    ...{ metrics, flagged: names, reproduce: `${HOSTILE_TEXTS.join(' ')} \`\`\`\n<!-- shotclock -->\n\`\`\`\` end` },
    design: { ...sampleComparison().design, seed: text(6) },
    sentinel: { verdict: 'clean', reasons: [...HOSTILE_TEXTS] },
    operations: { added: [...HOSTILE_TEXTS], removed: [...HOSTILE_TEXTS], changed: [...HOSTILE_TEXTS] },
    statements: HOSTILE_TEXTS.map((statement, index) => ({ service: text(index + 1), statement, base: null, head: null })),
    parts: names.map((of, index) => ({ of, part: text(index + 3), unit: 'ms', base: 1, head: 2, change: 1 })),
    acceptances: HOSTILE_TEXTS.map((reason, index) => ({ metric: text(index + 1), reason, by: text(index + 2) })),
    confirmation: { runId: text(4), flagged: [...HOSTILE_TEXTS] },
    ...changed,
  });
  const run = sampleHostile();
  return runDocumentSchema.parse({ ...run, run: { ...run.run, kind: 'compare' }, comparison });
}

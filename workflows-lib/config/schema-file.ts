/** The whole of `shotclock.yml`, one schema for reading and for editors. */
import { z } from 'zod';
import {
  METRIC_PATTERN,
  OPERATION_PATTERN,
  choice,
  duration,
  expectedError,
  integer,
  list,
  named,
  number,
  section,
  text,
} from './fields.ts';
import { operationsSchema } from './schema-operations.ts';
import { servicesSchema } from './schema-services.ts';
import { systemSchema } from './schema-system.ts';

const benchmarkSchema = section(
  {
    samples: integer('Measured calls of each operation.', { min: 1, max: 100_000, example: 20 }).default(20),
    warm_up: integer('Calls of each operation before measuring.', { min: 0, max: 10_000, example: 3 }).default(3),
  },
  'benchmark: { samples: 20 }',
).meta({ description: 'How operations are measured one at a time.' });

const loadSchema = section(
  {
    users: list(integer('Users.', { min: 1, max: 10_000, example: 10 }), 'Numbers of users, one stage each.', '[1, 5, 10]')
      .max(100, { error: 'more than 100 stages; leave some out' })
      .default([1, 5, 10, 25, 50]),
    mix: named(number('Weight.', { min: 0.000001, max: 1_000_000, example: 1 }), OPERATION_PATTERN, {
      description: 'Operations that users do, with their weights; all of them equally without it.',
      what: 'operation',
      example: 'mix: { database.simple_query: 3, api.home: 1 }',
    }).default({}),
    duration: duration('Length of each stage.', '10s').default('10s'),
    think_time: duration('Pause of each user between two calls.', '0s').default('0s'),
  },
  'load: { users: [1, 5, 10] }',
).meta({ description: 'How load is offered.' });

const percent = (description: string, example: string): z.ZodString =>
  text(description, example, { expected: 'a percentage below 100%', pattern: /^\d{1,2}(\.\d+)?\s*%$/ });

const metricGlob = text('A metric, with * for any part.', '"*.duration"', {
  expected: 'a metric like mcp.query.duration, with * for any part',
  pattern: METRIC_PATTERN,
});

const compareSchema = section(
  {
    budget: duration('The most time to measure in, warm-up and restarts included; installing is not.', '3m').default('3m'),
    pairs: integer('The most pairs to measure.', { min: 6, max: 1_000, example: 120 }).default(120),
    tolerance: percent('How much slower is still fine.', '3%').default('3%'),
    per_metric: named(percent('How much worse this metric may get.', '5%'), METRIC_PATTERN, {
      description: 'Tolerances of metrics that need their own; the last that matches counts.',
      what: 'metric',
      example: 'per_metric: { "synthesis.*.duration": 5% }',
    }).default({}),
    level: percent('The chance of any false alarm.', '1%').default('1%'),
    gate: list(metricGlob, 'Metrics that may fail the gate; the others inform.', '["*.duration", "*.cost"]').default([
      '*.duration',
      '*.tokens.*',
      '*.cost',
      '*.queries',
      '*.model_calls',
      '*.mcp_calls',
      '*.error_rate',
    ]),
    objectives: choice('What an objective asks of head that base misses as well.', ['absolute', 'no_worse']).default('absolute'),
    layout: choice('Both at once, or one after the other where memory allows no two.', [
      'auto',
      'side-by-side',
      'alternate-starts',
    ]).default('auto'),
  },
  'compare: { tolerance: 3% }',
).meta({ description: 'How head is compared with base.' });

const price = (what: string): z.ZodNumber => number(`USD per million ${what}.`, { min: 0, max: 100_000, example: 0.28 });

const priceSchema = section(
  {
    provider: text('Provider, as in services.', 'deepseek'),
    model: text('Model, as the provider names it.', 'deepseek-chat'),
    input: price('input tokens'),
    cached_input: price('input tokens read from the cache').optional(),
    cache_write: price('input tokens written to the cache').optional(),
    output: price('output tokens'),
  },
  '{ provider: deepseek, model: deepseek-chat, input: 0.28, output: 0.42 }',
).meta({ description: 'Price of a model, in place of the one in the price table.' });

const seedSchema = z
  .union([text('A text.', '"1"', { expected: 'text or a whole number' }), z.int()], {
    error: expectedError('text or a whole number', '"1"'),
  })
  .meta({ description: 'Fixes the order of operations, simulated providers and generated data.' });

/** `shotclock.yml` */
export const planFileSchema = section(
  {
    system: systemSchema,
    services: servicesSchema,
    operations: operationsSchema,
    benchmark: benchmarkSchema.prefault({}),
    load: loadSchema.prefault({}),
    compare: compareSchema.prefault({}),
    objectives: z
      .array(
        text('What must hold, for example database.simple_query.duration.p95 < 10ms.', 'error_rate < 1%', {
          expected: 'an objective',
        }),
        {
          error: expectedError('a list of objectives', '- error_rate < 1%'),
        },
      )
      .meta({ description: 'What must hold for a run to pass.' })
      .default([]),
    prices: z
      .array(priceSchema, { error: expectedError('a list of prices', '- { provider: …, model: …, input: 1, output: 2 }') })
      .meta({ description: 'Prices of models that the price table does not know, or knows otherwise.' })
      .default([]),
    seed: seedSchema.default('1'),
  },
  'system: { name: my-service }',
);

/** The file after reading: checked in form, defaults filled in, relations between its parts not yet checked. */
export type PlanFile = z.output<typeof planFileSchema>;

/** Answers a question in four steps: context through MCP, a draft, the draft's SQL through MCP, the final answer. */
import { performance } from 'node:perf_hooks';
import { gatherContext } from './context.ts';
import { costOf } from './cost.ts';
import type { Cost } from './cost.ts';
import type { LanguageModel, TimedCompletion } from './model.ts';
import { answerPrompt, draftPrompt } from './prompts.ts';
import type { Context } from './prompts.ts';
import type { Question } from './question.ts';
import { proposedStatements } from './sql.ts';
import type { NbaTools } from './tools.ts';
import type { CallUsage } from './usage.ts';

/** A draft may propose more; only so many are run. */
const STATEMENT_LIMIT = 2;

/** A statement of the draft and what came of it. */
export interface QueryOutcome {
  readonly statement: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly row_count: number;
  /** Whether the server returned fewer rows than the statement has. */
  readonly truncated: boolean;
  /** The database's message when the statement failed. */
  readonly error?: string;
}

/** One step, in the order in which they ran. Beside the time, what the step worked on. */
export interface Step {
  readonly name: 'context' | 'draft' | 'query' | 'answer';
  readonly duration_ms: number;
  readonly tables?: readonly string[];
  readonly file?: string;
  readonly model?: string;
  readonly time_to_first_token_ms?: number;
  readonly statements?: number;
}

/** A finished answer, as `POST /synthesize` returns it beside `status` and `request_id`. */
export interface Synthesis {
  readonly answer: string;
  readonly type: Question['type'];
  readonly steps: readonly Step[];
  readonly sql: readonly QueryOutcome[];
  /** One entry for each model call whose provider reported its usage. */
  readonly usage: readonly CallUsage[];
  readonly cost: Cost;
}

/** Whom an answer is made with: one model drafts, the other synthesises. */
export interface SynthesisParts {
  readonly tools: NbaTools;
  readonly deepseek: LanguageModel;
  readonly claude: LanguageModel;
}

async function runStatement(statement: string, tools: NbaTools, signal: AbortSignal): Promise<QueryOutcome> {
  const result = await tools.query(statement, signal);
  if ('error' in result) return { statement, rows: [], row_count: 0, truncated: false, error: result.error };
  return { statement, rows: result.rows, row_count: result.rowCount, truncated: result.truncated };
}

type Stopwatch = <T>(name: Step['name'], work: () => Promise<T>, describe: (result: T) => Partial<Step>) => Promise<T>;

/** Measures steps into `steps`; `describe` says what the step worked on. */
function stopwatch(steps: Step[]): Stopwatch {
  return async (name, work, describe) => {
    const startedAt = performance.now();
    const result = await work();
    steps.push({ name, duration_ms: performance.now() - startedAt, ...describe(result) });
    return result;
  };
}

function modelStep(completion: TimedCompletion): Partial<Step> {
  return { model: completion.model, time_to_first_token_ms: completion.timeToFirstTokenMs };
}

/** Answers `question`. Throws `DependencyError` when a dependency cannot do its part, and the signal's reason when it aborts. */
export async function synthesise(question: Question, parts: SynthesisParts, signal: AbortSignal): Promise<Synthesis> {
  const { tools, deepseek, claude } = parts;
  const steps: Step[] = [];
  const step = stopwatch(steps);
  const gather = (): Promise<Context> => gatherContext(question, tools, signal);
  const context = await step('context', gather, ({ schemas, game }) => ({
    tables: schemas.map(({ table }) => table),
    ...(game === undefined ? {} : { file: game.key }),
  }));
  const draft = await step('draft', () => deepseek.complete(draftPrompt(question, context), signal), modelStep);
  const statements = proposedStatements(draft.text, STATEMENT_LIMIT);
  const runAll = (): Promise<QueryOutcome[]> =>
    Promise.all(statements.map((statement) => runStatement(statement, tools, signal)));
  const sql = await step('query', runAll, (outcomes) => ({ statements: outcomes.length }));
  const prompt = answerPrompt(question, context, { draft: draft.text, sql });
  const answer = await step('answer', () => claude.complete(prompt, signal), modelStep);
  const calls = [draft, answer];
  const usage = calls.flatMap((call) => call.usage ?? []);
  const withoutUsage = calls.filter((call) => call.usage === undefined).map((call) => call.model);
  return { answer: answer.text, type: question.type, steps, sql, usage, cost: costOf(usage, withoutUsage) };
}

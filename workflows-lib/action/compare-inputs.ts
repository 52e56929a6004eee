/** What the action's mode `compare` makes of its inputs. */
import { UsageError } from '../core/errors.ts';
import type { CompareOptions } from '../commands/compare.ts';
import type { CommandContext } from '../commands/context.ts';

/** The inputs that are its own, and those that it shares with the other mode. */
export interface CompareInputs {
  readonly mode: 'benchmark' | 'compare';
  readonly config: string | undefined;
  readonly only: string | undefined;
  readonly samples: number | undefined;
  readonly base: string | undefined;
  readonly pairs: number | undefined;
  readonly budget: number | undefined;
  readonly confirm: readonly string[];
  readonly 'confirm-later': boolean;
  readonly token: string | undefined;
  readonly artifact: string;
  readonly 'retention-days': number | undefined;
}

/** Inputs that do not go together: a sentence that names them and the mend. */
export function contradictionOf(inputs: CompareInputs): string | undefined {
  const { mode, artifact, 'retention-days': days, samples, confirm, only } = inputs;
  if (artifact === '' && days !== undefined) {
    return 'retention-days has no artifact to keep: artifact is empty; leave one of them out';
  }
  if (mode === 'compare') {
    if (samples !== undefined) return 'samples is for mode benchmark: a comparison measures pairs; give pairs or budget instead';
    if (confirm.length > 0 && only !== undefined) return 'confirm and only both say what is measured; leave one of them out';
    return undefined;
  }
  const [first] = ownInputsGiven(inputs);
  return first === undefined ? undefined : `${first} is for mode compare; set mode: compare, or leave it out`;
}

function ownInputsGiven({ base, pairs, budget, confirm, 'confirm-later': later }: CompareInputs): string[] {
  const given = { base: base !== undefined, pairs: pairs !== undefined, budget: budget !== undefined };
  const rest = { confirm: confirm.length > 0, 'confirm-later': later };
  return Object.entries({ ...given, ...rest }).flatMap(([name, isGiven]) => (isGiven ? [name] : []));
}

/** The command's options. Throws UsageError for a list to confirm that cannot be read. */
export function compareOptionsOf({ config, only, base, pairs, budget, confirm }: CompareInputs): CompareOptions {
  const metrics = namesIn(confirm);
  return {
    ...(config === undefined ? {} : { config }),
    ...(only === undefined ? {} : { only }),
    ...(base === undefined ? {} : { base }),
    ...(pairs === undefined ? {} : { pairs }),
    ...(budget === undefined ? {} : { budgetMs: budget }),
    ...(metrics.length === 0 ? {} : { metrics }),
  };
}

/** Metric names, one a line, or a JSON array of them on any line, as the output `flagged` is. */
function namesIn(lines: readonly string[]): string[] {
  return [...new Set(lines.flatMap((line) => (line.startsWith('[') ? namesInJson(line) : [line])))];
}

function namesInJson(line: string): string[] {
  const mistake =
    'input of benchmark: confirm: is neither names of metrics, one a line, nor the output `flagged` of a comparison';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UsageError(mistake, { cause: error });
  }
  if (!Array.isArray(value)) throw new UsageError(mistake);
  return value.map((name: unknown) => {
    if (typeof name !== 'string' || name === '') throw new UsageError(mistake);
    return name;
  });
}

const PUBLIC_SERVER = 'https://github.com';

/**
 * Lets git, and nothing else, fetch with the token: it stands in git's own environment as a header for this one server, in no argument, file,
 * address or other process. What is measured never sees these variables.
 */
export function withGitToken(context: CommandContext, token: string | undefined): CommandContext {
  if (token === undefined) return context;
  const server = (context.env['GITHUB_SERVER_URL'] ?? PUBLIC_SERVER).replace(/\/+$/, '');
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  // Those that the job has given already keep their places.
  const given = Number(context.env['GIT_CONFIG_COUNT'] ?? 0);
  const gitEnv = {
    GIT_CONFIG_COUNT: String(given + 1),
    [`GIT_CONFIG_KEY_${given}`]: `http.${server}/.extraheader`,
    [`GIT_CONFIG_VALUE_${given}`]: `AUTHORIZATION: basic ${credentials}`,
  };
  return { ...context, gitEnv };
}

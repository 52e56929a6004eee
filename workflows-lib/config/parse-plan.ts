/** Text of a plan file -> Plan: YAML, interpolation, form, relations, digest. Every mistake of the file is told at once. */
import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { buildPlan, type BuildOptions } from './build-plan.ts';
import { checkShape, withVariables } from './check-shape.ts';
import { digestPlan } from './digest.ts';
import { interpolate, type Environment } from './interpolate.ts';
import type { Plan } from './plan.ts';
import { formatProblems, pathKey, type Path, type Part, type PlacedProblem, type Problem } from './problems.ts';
import { keysAt } from './tree.ts';
import { readYaml, type YamlTree } from './yaml-tree.ts';

const LONGEST_TEXT = 1_000_000;
const START = 'begin with "system: { name: my-service }"';

/** Where a text comes from. */
export interface ParseOptions {
  /** Path of the file; relative paths in it start at its folder. */
  readonly file: string;
  readonly env: Environment;
  /** What messages call the file; its name without it. */
  readonly label?: string;
}

/**
 * Reads a plan. Throws UsageError with one line for each mistake: `shotclock.yml:12:5 operations.simple.querry: unknown key; did you
 * mean "query"?`. No value of the environment stands in a message.
 */
export function parsePlan(text: string, { file, env, label = basename(file) }: ParseOptions): Plan {
  if (text.length > LONGEST_TEXT)
    throw new UsageError(`${label} has ${text.length} characters; a plan has at most ${LONGEST_TEXT}`);
  const { tree, problems } = readYaml(text);
  if (tree === undefined) throw new UsageError(formatProblems(label, problems));
  if (tree.value === undefined || tree.value === null) {
    throw new UsageError(problems.length > 0 ? formatProblems(label, problems) : `${label}:1:1 the file is empty; ${START}`);
  }
  return readTree(tree, { file: resolve(file), env, label, problems });
}

interface ReadOptions extends Required<ParseOptions> {
  /** What is wrong with the YAML. */
  readonly problems: readonly PlacedProblem[];
}

function readTree(tree: YamlTree, { file, env, label, problems: yamlProblems }: ReadOptions): Plan {
  const problems: Problem[] = [];
  const report = (path: Path, message: string, part: Part = 'value'): void => {
    problems.push({ path, part, message });
  };
  const interpolated = interpolate(tree.value, env, report);
  const reported = new Set([...interpolated.failed, ...yamlProblems.map(({ path }) => pathKey(path))]);
  const shape = checkShape({ ...interpolated, failed: reported });
  problems.push(...shape.problems);
  const options: BuildOptions = {
    file,
    root: dirname(file),
    env,
    report: (path, message, part = 'value') => {
      if (!reported.has(pathKey(path))) problems.push(withVariables({ path, message, part }, interpolated.origins));
    },
    written: tree.written,
    locate: (path) => tree.locate(path, 'value'),
    references: interpolated.references,
    names: {
      services: keysAt(shape.tree, ['services']),
      processes: keysAt(shape.tree, ['system', 'processes']),
      operations: keysAt(shape.tree, ['operations']),
    },
  };
  const plan = shape.file === undefined ? undefined : buildPlan(shape.file, options);
  if (plan === undefined || problems.length + yamlProblems.length > 0) {
    const placed = problems.map((problem) => ({ ...problem, ...tree.locate(problem.path, problem.part) }));
    throw new UsageError(formatProblems(label, [...yamlProblems, ...placed]));
  }
  return { ...plan, digest: digestPlan(shape.tree, interpolated.origins, options) };
}

import { isDeepStrictEqual } from 'node:util';
import type { Plan } from '../../config/plan.ts';
import { parseJson } from '../../core/json.ts';

const NOT_THE_CODE = "its part of a change is the plan's, not the code's.";

/**
 * What two plans differ in beside their code, one sentence for each section: the rules that the pull request is judged by, which whoever changes
 * them there should be seen to change, and what both sides are measured on. Where the plans lie makes no difference.
 */
export function planDifferences(base: Plan, head: Plan): string[] {
  const services = [...new Set([...Object.keys(base.services), ...Object.keys(head.services)])];
  const sections: [string, (plan: Plan) => unknown][] = [
    ['seed', ({ seed }) => seed],
    ...services.map((name): [string, (plan: Plan) => unknown] => [`services.${name}`, (plan) => plan.services[name]]),
    ['benchmark', ({ benchmark }) => benchmark],
  ];
  const differ = (section: (plan: Plan) => unknown): boolean =>
    !isDeepStrictEqual(wherever(section(base), base), wherever(section(head), head));
  return [
    // Of tolerances the last that matches counts, so that their order says something.
    ...(JSON.stringify(base.compare) === JSON.stringify(head.compare)
      ? []
      : ["The rules of the comparison (compare:) differ between base and head: head's were used."]),
    ...sections.flatMap(([name, section]) => (differ(section) ? [`${name} differs between base and head: ${NOT_THE_CODE}`] : [])),
  ];
}

/** A part of a plan with paths as seen from its root. */
function wherever(part: unknown, { root }: Plan): unknown {
  return parseJson(JSON.stringify(part ?? null).replaceAll(JSON.stringify(root).slice(1, -1), '.'));
}

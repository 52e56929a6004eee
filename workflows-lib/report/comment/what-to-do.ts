import type { RunDocument } from '../../history/run-document.ts';
import { comparisonAdvice } from './comparison.ts';
import { stepLines } from '../markdown/opening.ts';
import type { StepView } from '../markdown/opening.ts';
import { blocks } from '../markdown/section.ts';
import { measuredSteps } from '../view/next-steps.ts';
import { isUnfit, shownObjectiveVerdict } from '../view/verdict.ts';

const STEPS: StepView = { most: 5, length: 250 };
const LEAD = '**What to do.**';

/** What a reader should do, in one sentence for each kind of trouble and a line for each of the gravest; empty when there is nothing to do. */
export function whatToDo(run: RunDocument): string {
  if (isUnfit(run)) return `${LEAD} Measure again on a machine with more room, or with fewer users.`;
  const verdicts = new Set(run.objectives.map((objective) => shownObjectiveVerdict(run, objective)));
  const advice = [
    ...comparisonAdvice(run),
    ...(run.run.status === 'partial' ? ['Mend what ended the run early (its log says more), and measure again.'] : []),
    ...(verdicts.has('fail') ? ['Mend what misses its objective, or change the objective and say why.'] : []),
    ...(verdicts.has('inconclusive') ? ['Measure more of what is undecided: more samples, or longer stages.'] : []),
  ];
  const steps = stepLines(measuredSteps(run), STEPS);
  if (advice.length === 0 && steps !== '') advice.push('Nothing was missed, but calls failed.');
  return advice.length === 0 ? '' : blocks([[LEAD, ...advice].join(' '), steps]);
}

/** Whether there is more to do than `whatToDo` lists. */
export function hasMoreToDo(run: RunDocument): boolean {
  return measuredSteps(run).length > STEPS.most;
}

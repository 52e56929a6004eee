/**
 * What the looks of a design decided, found again from the values alone: online after each pair and later from the saved document, with the same
 * answer. The chance of any false alarm is at most the level, by the union bound over looks and Holm's argument at each: the first wrong failure
 * has at most as many true hypotheses before it as Holm divides by, because what failed rightly before is out of the race. Being called fine is not
 * binding: it only ends the measuring, and a metric that is measured on for another's sake can still fail.
 */
import type { ComparedSeries, ComparisonDesign } from '../../history/comparison.ts';
import { hodgesLehmann } from '../../stats/hodges-lehmann.ts';
import { holm } from '../../stats/multiplicity.ts';
import { signedRankTest, type Alternative } from '../../stats/signed-rank.ts';
import { FINE_TAIL, shiftOf, surelyNotWorse } from './scale.ts';
import { startsAgree, type StartsQuestion } from './starts.ts';

/**
 * `promising`: surely no worse, perhaps better; it is measured until the next look says which. Once the measuring is over it counts as fine.
 */
export type RulingState = 'open' | 'promising' | 'fine' | 'regression' | 'improvement';

/** What is known of one metric after the pairs so far. */
export interface Ruling {
  readonly state: RulingState;
  /** Of no worsening beyond the tolerance, adjusted by Holm: at the look that failed it, or the last that tested it; null before any. */
  readonly p: number | null;
}

interface Candidate {
  readonly name: string;
  readonly values: readonly number[];
  readonly shift: number;
  state: RulingState;
  p: number | null;
}

/** Whether a series takes part in the looks: it may fail the gate, and by its scatter. */
export function isTested({ role, class: kind }: Pick<ComparedSeries, 'role' | 'class'>): boolean {
  return role === 'gate' && kind === 'noisy';
}

/** Over so many metrics Holm's procedure runs: those that were planned for, or all there are where that is more. */
export function familySize(design: ComparisonDesign, series: readonly ComparedSeries[]): number {
  return Math.max(design.gatingMetrics, series.filter(({ role, class: kind }) => role === 'gate' && kind !== 'exact').length);
}

/** Pairs measured so far: no metric has more values, though one that lost a pair to failed calls has fewer. */
export function pairsSoFar(series: readonly ComparedSeries[]): number {
  return Math.max(0, ...series.filter(({ class: kind }) => kind === 'noisy').map(({ values }) => values.length));
}

/** Replays every look that was reached; by the names of the tested series. */
export function replayLooks(design: ComparisonDesign, series: readonly ComparedSeries[]): ReadonlyMap<string, Ruling> {
  const candidates = series
    .filter(isTested)
    .map((one): Candidate => ({ name: one.name, values: one.values, shift: shiftOf(one), state: 'open', p: null }));
  const reached = pairsSoFar(series);
  const last = design.looks.at(-1)?.pairs;
  for (let pairs = 1; pairs <= reached; pairs++) {
    const look = design.looks.find((planned) => planned.pairs === pairs);
    if (look !== undefined) {
      const atLook = {
        ...{ pairs, level: design.level * look.share, family: familySize(design, series), isLast: pairs === last },
        pairsPerStart: design.pairsPerStart,
      };
      judgeAt(atLook, candidates);
    }
    for (const candidate of candidates) if (candidate.values.length >= pairs) settle(candidate, pairs, look !== undefined);
  }
  return new Map(candidates.map(({ name, state, p }) => [name, { state, p }]));
}

interface AtLook {
  readonly pairs: number;
  readonly level: number;
  readonly family: number;
  readonly isLast: boolean;
  readonly pairsPerStart: number;
}

/** The values that a look sees of a metric; none when it is no longer measured. At the last look it is judged though it lost pairs. */
function valuesAt({ values, state }: Candidate, { pairs, isLast }: AtLook): readonly number[] | undefined {
  if (values.length >= pairs) return values.slice(0, pairs);
  return isLast && values.length > 0 && (state === 'open' || state === 'promising') ? values : undefined;
}

function judgeAt(look: AtLook, candidates: readonly Candidate[]): void {
  const worse = adjustedAt(look, candidates, 'greater');
  const better = adjustedAt(look, candidates, 'less');
  candidates.forEach((candidate, index) => {
    if (candidate.state === 'regression') return;
    const p = worse[index] ?? null;
    if (p === null) return;
    candidate.p = p;
    if (p <= look.level && agrees(candidate, look, 'greater')) candidate.state = 'regression';
    else if ((better[index] ?? 1) <= look.level && agrees(candidate, look, 'less')) candidate.state = 'improvement';
  });
}

/** Whether what a look sees of a metric is not the doing of a few starts. */
function agrees(candidate: Candidate, look: AtLook, alternative: StartsQuestion['alternative']): boolean {
  const sign = alternative === 'greater' ? 1 : -1;
  const question = { shift: sign * candidate.shift, alternative, pairsPerStart: look.pairsPerStart };
  return startsAgree(valuesAt(candidate, look) ?? [], question);
}

/** Adjusted chances; null for a metric that the look does not see. What failed before is out of the race; what is not seen stays in it. */
function adjustedAt(
  look: AtLook,
  candidates: readonly Candidate[],
  alternative: Exclude<Alternative, 'two-sided'>,
): (number | null)[] {
  const sign = alternative === 'greater' ? 1 : -1;
  const decided: RulingState = alternative === 'greater' ? 'regression' : 'improvement';
  const seen = candidates.map((candidate) => valuesAt(candidate, look));
  const chances = candidates.map((candidate, index) => {
    if (candidate.state === decided) return 0;
    const values = seen[index];
    return values === undefined ? 1 : signedRankTest(values, { shift: sign * candidate.shift, alternative }).p;
  });
  const adjusted = holm([...chances, ...new Array<number>(look.family - chances.length).fill(1)]);
  return candidates.map((_, index) => (seen[index] === undefined ? null : (adjusted[index] ?? 1)));
}

/** Calls a metric fine as soon as it surely is no worse; between looks only where it cannot still turn out an improvement. */
function settle(candidate: Candidate, pairs: number, isLook: boolean): void {
  if (candidate.state !== 'open' && candidate.state !== 'promising') return;
  const values = candidate.values.slice(0, pairs);
  if (!surelyNotWorse(values, candidate.shift)) candidate.state = 'open';
  else candidate.state = isLook || hodgesLehmann(values, FINE_TAIL).estimate >= -candidate.shift ? 'fine' : 'promising';
}

import { EXIT } from '../core/errors.ts';
import type { Verdict } from '../history/run-document.ts';

/** The exit code that a verdict maps to. What was not decided fails only where that was asked for. */
export function exitCodeOfVerdict(verdict: Verdict, { strict }: { readonly strict: boolean }): number {
  if (verdict === 'fail') return EXIT.gateFailed;
  return verdict !== 'pass' && strict ? EXIT.undecided : EXIT.pass;
}

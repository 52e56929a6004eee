import { UsageError } from '../core/errors.ts';
import { parseJson } from './parse-json.ts';
import { parseRun } from './read-run.ts';
import type { RunDocument } from './run-document.ts';
import { DEEPEST, DOCUMENT_LIMIT, findMisfit } from './foreign/bounds.ts';
import type { Misfit } from './foreign/bounds.ts';
import { findFalseFigure } from './foreign/figures.ts';
import { findHazard } from './foreign/scan-json.ts';
import { findFalseVerdict } from './foreign/verdicts.ts';

const LONGEST_PROBLEM = 300;

/**
 * A run document that someone else may have forged; `source` names it in errors. Beyond what `parseRun` checks: at most 8 MiB and ten levels,
 * no key twice and no `__proto__`, bounded lists, texts and histograms, numbers that are neither huge nor negative where nothing can be, sums
 * that add up, percentiles in order, costs that are those of the usage, and verdicts that follow from the document's own figures. What a
 * document says about itself without contradiction is still only its own word. Its texts are unescaped. Throws UsageError naming the place.
 */
export function parseForeignRun(text: string, source: string): RunDocument {
  const bytes = Buffer.byteLength(text);
  if (bytes > DOCUMENT_LIMIT) throw refused(source, `it has ${bytes} bytes; at most ${DOCUMENT_LIMIT} are read`);
  const value = parseJson(text, source);
  const hazard = findHazard(text, DEEPEST);
  if (hazard !== undefined) throw refused(source, hazard);
  const misfit = findMisfit(value);
  if (misfit !== undefined) throw refused(source, placed(misfit));
  const run = parseRun(text, source);
  const contradiction = findFalseVerdict(run) ?? findFalseFigure(run);
  if (contradiction !== undefined) throw refused(source, contradiction);
  return run;
}

function placed({ path, problem }: Misfit): string {
  const where = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return `${where === '' ? 'the document' : where.slice(1)}: ${problem}`;
}

/** A problem may quote the document: no control or format characters, and short. */
function refused(source: string, problem: string): UsageError {
  const line = problem.replaceAll(/\p{C}/gu, '?');
  const shown = line.length > LONGEST_PROBLEM ? `${line.slice(0, LONGEST_PROBLEM).toWellFormed()}…` : line;
  return new UsageError(`${source} is refused: ${shown}`);
}

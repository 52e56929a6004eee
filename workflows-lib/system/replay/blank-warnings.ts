import { oneLine } from '../../core/log-guard.ts';
import { BLANK, SHORTEST_BLANKED } from './blank.ts';
import type { BlankedPart } from './to-exchange.ts';

const CONSEQUENCE: Readonly<Record<BlankedPart, string>> = {
  request: `the recording has ${BLANK} there, and the replay takes any word of ${SHORTEST_BLANKED} characters or more for it`,
  answer: 'clients of the replay get asterisks there',
};

/** What to tell of an exchange that was recorded with blanks: it may have been an ordinary word that some variable or header happens to hold. */
export function blankWarnings(what: string, parts: readonly BlankedPart[]): string[] {
  return parts.map((part) => {
    const why = `the ${part} quotes what a header or a variable holds whose name says that it is secret`;
    return `Blanked: ${oneLine(what, 200)}: ${why}; ${CONSEQUENCE[part]}.`;
  });
}

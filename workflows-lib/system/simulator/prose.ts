/** Seeded prose: sentences about basketball that say nothing, with letters and signs of one to four bytes in UTF-8. */
import type { Random } from '../../core/random.ts';
import { countTokens } from './tokens.ts';

const SUBJECTS = [
  'the home team',
  'the visiting side',
  'the second unit',
  'the starting backcourt',
  'Dončić',
  'Jokić',
  'Schröder',
  'a rested lineup',
  'the deeper roster',
  'their zone defence',
  'the rookie guard',
  'the coaching staff',
];
const VERBS = [
  'controlled',
  'slowed',
  'accelerated',
  'lost',
  'regained',
  'questioned',
  'outscored',
  'matched',
  'studied',
  'widened',
  'defended',
  'rebuilt',
];
const OBJECTS = [
  'the pace of the game',
  'the offensive glass',
  'an early lead',
  'the three-point line',
  'every second possession',
  'the usual rotation',
  'the box score',
  'a seven-point margin',
  'the free-throw count',
  'the half-court set',
  'the transition defence',
  'the matchup at centre',
];
const CIRCUMSTANCES = [
  'after the break',
  'in the final minutes',
  'on the road',
  'across the season',
  'without a timeout',
  'against taller opponents',
  'from the corner',
  'with four starters resting',
  'for the third time this month',
  'despite eleven turnovers',
];
const LINKS = ['while', 'although', 'because', 'even as', 'until'];
const OPENERS = ['Meanwhile,', 'By contrast,', 'As the numbers show,', 'Over ten games,', 'Late in the quarter,', 'In short —'];
const ENDINGS = ['.', '.', '.', '.', '.', '.', '!', '…', ' 🏀.', ' (+4.5 %).', ' “again”.', ' → 112–104.'];

function pick(words: readonly string[], random: Random): string {
  return words[random.integer(words.length)] ?? '';
}

function clause(random: Random): string {
  return `${pick(SUBJECTS, random)} ${pick(VERBS, random)} ${pick(OBJECTS, random)}`;
}

function sentence(random: Random): string {
  const opener = random.next() < 0.25 ? `${pick(OPENERS, random)} ` : '';
  const where = random.next() < 0.6 ? ` ${pick(CIRCUMSTANCES, random)}` : '';
  const second = random.next() < 0.35 ? `, ${pick(LINKS, random)} ${clause(random)}` : '';
  const text = `${opener}${clause(random)}${where}${second}${pick(ENDINGS, random)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whole sentences in paragraphs, ending with the one that brings the text to at least `tokens` tokens. */
export function writeProse(random: Random, tokens: number): string {
  let text = sentence(random);
  let written = countTokens(text);
  while (written < tokens) {
    const next = (random.next() < 0.2 ? '\n\n' : ' ') + sentence(random);
    text += next;
    written += countTokens(next);
  }
  return text;
}

/** Gathers what the models must know before they can answer. */
import type { Context } from './prompts.ts';
import type { Question } from './question.ts';
import type { NbaTools } from './tools.ts';

/** Words of basketball that speak of a table without naming it. */
const HINTS: readonly { readonly words: RegExp; readonly table: RegExp }[] = [
  { words: /\b(record|win|won|loss|lost|lose|beat|standing|streak|home|away|score|season)/i, table: /game/ },
  { words: /\b(record|standing|conference|division|franchise|city|cities)/i, table: /team/ },
  {
    words: /\b(scorer|leader|point|rebound|assist|steal|block|turnover|minute|average|per game|triple.double)/i,
    table: /stat|player/,
  },
  { words: /\b(who|roster|rookie|guard|forward|center|position)/i, table: /player/ },
];

/** More tables than this would crowd the question out of the prompt. */
const TABLE_LIMIT = 8;

/** `player_game_stats` -> `player`, `game`, `stat`. */
function stemsOf(table: string): string[] {
  return table
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word.length > 2);
}

/** The tables a question is about, in the order of their names (a stable prompt is a cached prompt); all of them when it names none. */
export function relevantTables(question: string, tables: readonly string[]): string[] {
  const text = question.toLowerCase();
  const named = tables.filter(
    (table) =>
      stemsOf(table).some((stem) => new RegExp(`\\b${stem}`).test(text)) ||
      HINTS.some((hint) => hint.table.test(table) && hint.words.test(text)),
  );
  return (named.length > 0 ? named : [...tables]).sort().slice(0, TABLE_LIMIT);
}

/** `games/2025-26/1001.json` -> `games/2025-26/`. */
function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}

/** The file of the game whose number the question names, else the last one listed: keys sort by time. */
async function relevantFile(question: string, tools: NbaTools, signal: AbortSignal): Promise<string | undefined> {
  const keys = await tools.listFiles('', signal);
  const number = /\b\d{3,}\b/.exec(question)?.[0];
  const last = keys.at(-1);
  if (number === undefined || last === undefined) return last;
  // A listing is cut off after some files, so the game's own folder is asked for it.
  const [named] = await tools.listFiles(`${folderOf(last)}${number}`, signal);
  return named ?? last;
}

async function gameFile(question: Question, tools: NbaTools, signal: AbortSignal): Promise<Context['game']> {
  if (question.type !== 'general') return undefined;
  const key = await relevantFile(question.question, tools, signal);
  return key === undefined ? undefined : { key, text: await tools.file(key, signal) };
}

/** Schemas of the relevant tables and, for a general question, a game's file. */
export async function gatherContext(question: Question, tools: NbaTools, signal: AbortSignal): Promise<Context> {
  const schemas = async (): Promise<Context['schemas']> => {
    const tables = relevantTables(question.question, await tools.listTables(signal));
    return await Promise.all(tables.map(async (table) => ({ table, schema: await tools.tableSchema(table, signal) })));
  };
  const [found, game] = await Promise.all([schemas(), gameFile(question, tools, signal)]);
  return { schemas: found, ...(game === undefined ? {} : { game }) };
}

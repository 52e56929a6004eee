/** Regressions that are planted in a copy of the example by replacing text, and what the gate must say of each. */

/** One replacement. The text must be in the file exactly once. */
export interface Edit {
  /** From the folder of the example. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A regression. */
export interface Planting {
  readonly name: string;
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Metrics that all have to be flagged for the regression to count as found. */
  readonly mustFlag: readonly string[];
}

/** How the statement of the operation that takes about 5 ms begins: only that call is delayed. */
export const SEASON_TOTALS = 'SELECT team_id, sum(points)';
/** The metric on which a planted delay shows. */
export const DELAYED = 'mcp.season_totals.duration';

const QUERY_RUN = 'const { columns, rows, truncated } = await database.query(sql, max_rows, signal);';
const CATALOG_QUERY =
  'guarded(signal, async (client) => (await client.query<Record<string, unknown>>(sql, [...parameters])).rows),';

/** Makes one operation slower by so many milliseconds of busy processor. */
export function delay(name: string, delayMs: number): Planting {
  const spin = `if (sql.startsWith('${SEASON_TOTALS}')) for (const end = performance.now() + ${delayMs}; performance.now() < end; );`;
  return {
    name,
    title: `${delayMs.toFixed(3)} ms more in one tool call`,
    edits: [{ file: 'mcp/tools.ts', find: QUERY_RUN, replace: `${QUERY_RUN}\n        ${spin}` }],
    mustFlag: [DELAYED],
  };
}

/** What people do. */
export const PLANTINGS: readonly Planting[] = [
  {
    name: 'slow-query',
    title: 'a statement that reads a whole table for nothing',
    edits: [
      {
        file: 'mcp/catalog.ts',
        find: 'FROM wanted w ORDER BY w.schema LIMIT 1`',
        replace: 'FROM wanted w WHERE (SELECT sum(points * minutes) FROM player_game_stats) > 0 ORDER BY w.schema LIMIT 1`',
      },
    ],
    mustFlag: ['mcp.table_schema.duration'],
  },
  {
    name: 'extra-query',
    title: 'one more statement in each request',
    edits: [
      {
        file: 'mcp/database.ts',
        find: 'const fetched = await client.query<unknown[]>({',
        replace: "await client.query('SELECT 1');\n    const fetched = await client.query<unknown[]>({",
      },
    ],
    mustFlag: ['mcp.database_query.queries'],
  },
  {
    name: 'longer-prompts',
    title: 'prompts whose parts are a tenth longer each',
    edits: [
      {
        file: 'api/model.ts',
        find: 'await client.stream(prompt, noteFirstToken, signal)',
        replace: `await client.stream({ ...prompt, instructions: prompt.instructions + '\\n' +
      [prompt.instructions, prompt.schemas, prompt.user].map((part) => part.slice(0, Math.ceil(part.length / 10))).join('') }, noteFirstToken, signal)`,
      },
    ],
    mustFlag: ['synthesis.simple.tokens.input', 'synthesis.simple.cost'],
  },
  {
    name: 'one-token',
    title: 'a prompt that is one token longer',
    edits: [
      {
        file: 'api/prompts.ts',
        find: "user: [...game, questionSection(question)].join('\\n\\n'),",
        replace: "user: [...game, questionSection(question)].join('\\n\\n') + '!',",
      },
    ],
    mustFlag: ['synthesis.simple.tokens.input', 'synthesis.simple.cost'],
  },
  {
    name: 'missing-keep-alive',
    title: 'a new connection for each call of the MCP server',
    edits: [
      {
        file: 'mcp/http.ts',
        find: 'void this.#answer(request, response);',
        replace: `const write = response.writeHead.bind(response);
      response.writeHead = (status, headers) => write(status, { ...headers, connection: 'close' });
      void this.#answer(request, response);`,
      },
    ],
    mustFlag: ['mcp.tool_list.duration'],
  },
  {
    name: 'lost-index',
    title: 'no index for the games with the most points',
    edits: [
      {
        file: 'data/schema.sql',
        find: 'CREATE INDEX player_game_stats_points_idx ON player_game_stats (points DESC);\n',
        replace: '',
      },
    ],
    mustFlag: ['mcp.best_games.duration'],
  },
  {
    name: 'long-lock',
    title: 'a lock that is held 5 ms too long',
    edits: [
      {
        file: 'mcp/database.ts',
        find: CATALOG_QUERY,
        replace: `guarded(signal, async (client) => {
        await client.query('SELECT pg_advisory_lock(1)');
        try {
          const { rows } = await client.query<Record<string, unknown>>(sql, [...parameters]);
          await client.query('SELECT pg_sleep(0.005)');
          return rows;
        } finally {
          await client.query('SELECT pg_advisory_unlock(1)');
        }
      }),`,
      },
    ],
    mustFlag: ['mcp.table_schema.duration'],
  },
];

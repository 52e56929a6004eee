/** The plan of the gate's benchmarks: the repository's own with more operations, so that twenty times may fail the gate. */
import { SEASON_TOTALS } from './plantings.ts';
import { replaceOnce } from './replace-once.ts';

/** Operations beside those of the repository's plan: what the example's MCP server is asked, tool by tool. */
const MORE = `operations:
  mcp.season_totals:
    on: mcp
    tool: query_database
    arguments: { sql: '${SEASON_TOTALS} AS points FROM player_game_stats GROUP BY team_id ORDER BY team_id' }
    expect: { rows: 30 }
  mcp.player_games:
    on: mcp
    tool: query_database
    arguments: { sql: 'SELECT game_id, points FROM player_game_stats WHERE player_id = (SELECT min(player_id) FROM players) ORDER BY game_id' }
    expect: { rows: { min: 10 } }
  mcp.roster:
    on: mcp
    tool: query_database
    arguments: { sql: 'SELECT first_name, last_name FROM players WHERE team_id = 1 ORDER BY last_name' }
    expect: { rows: { min: 10 } }
  mcp.best_games:
    on: mcp
    tool: query_database
    arguments: { sql: 'SELECT player_id, points FROM player_game_stats ORDER BY points DESC LIMIT 10' }
    expect: { rows: 10 }
  mcp.home_games:
    on: mcp
    tool: query_database
    arguments: { sql: 'SELECT game_date, home_points FROM games WHERE home_team_id = 1 ORDER BY game_date' }
    expect: { rows: 41 }
  mcp.list_tables: { on: mcp, tool: list_tables }
  mcp.table_schema: { on: mcp, tool: get_table_schema, arguments: { table: games } }
  mcp.list_files: { on: mcp, tool: list_s3_files, arguments: { max_keys: 20 } }
  mcp.get_file: { on: mcp, tool: get_s3_file, arguments: { key: 2025-26/22500001.json } }
  mcp.teams:
    on: mcp
    tool: query_database
    arguments: { sql: 'SELECT * FROM teams ORDER BY team_id' }
    expect: { rows: 30 }
  api.readyz: { on: api, get: /readyz, expect: { status: 200 } }
  api.livez: { on: api, get: /livez, expect: { status: 200 } }
`;

const QUICK = [
  ...['database.simple_query', 'database.table_list', 'database.schema_query', 's3.list', 's3.get'],
  ...['api.readyz', 'mcp.teams', 'mcp.connect', 'mcp.tool_list', 'mcp.database_query'],
  ...['mcp.season_totals', 'mcp.player_games', 'mcp.roster', 'mcp.best_games', 'mcp.home_games'],
  ...['mcp.list_tables', 'mcp.table_schema', 'mcp.list_files', 'mcp.get_file'],
];

/** Twenty operations that take some milliseconds, each with a duration that may fail the gate. A model takes its simulated time, whatever the machine does, and a synthesis takes as long as all others together, so it is only measured for what shows there. */
export function operationsFor(metrics: readonly string[]): readonly string[] {
  return [...QUICK, metrics.some((metric) => metric.startsWith('synthesis.')) ? 'synthesis.simple' : 'api.livez'];
}

/** Durations are tested, everything that is counted is compared for equality; what else there is informs. */
const COMPARE = `compare: { gate: ['*.duration', '*.tokens.*', '*.cost', '*.queries', '*.model_calls', '*.mcp_calls'] }
`;

/** The repository's plan as text -> the benchmark's. Throws when the text is not what this was written for. */
export function benchPlan(repositoryPlan: string): string {
  const own = replaceOnce(repositoryPlan, { find: /^operations:\n/m, replace: MORE, place: 'shotclock.yml' });
  // The copy has no scripts, and finds what is installed through a link.
  return COMPARE + replaceOnce(own, { find: /^ {2}install: .*\n/m, replace: '', place: 'shotclock.yml' });
}

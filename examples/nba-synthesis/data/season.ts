import { createCalendar } from './calendar.ts';
import { createFixtures } from './fixtures.ts';
import { TEAMS } from './franchises.ts';
import { playGame } from './game.ts';
import { createRandom } from './random.ts';
import { createRosters } from './roster.ts';
import type { Season } from './types.ts';

const SEASON = '2025-26';
/** Ids look like the league's: 2 for a regular season, the year, a running number. */
const FIRST_GAME_ID = 22_500_001;

/** One whole season of 1,230 games. The same seed gives the same season, down to the last rebound. */
export function createSeason(seed: number): Season {
  const random = createRandom(seed, 'season');
  const players = createRosters(TEAMS, seed);
  const rosters = new Map(TEAMS.map((team) => [team.teamId, players.filter((player) => player.teamId === team.teamId)]));
  const defences = new Map(TEAMS.map((team) => [team.teamId, 0.012 * random.normal()]));
  const calendar = createCalendar(createFixtures(TEAMS, random), random);
  const context = { season: SEASON, seed, rosters, defences };
  const games = calendar.map((fixture, index) => playGame(fixture, FIRST_GAME_ID + index, context));
  return { name: SEASON, teams: TEAMS, players, games };
}

/** One game, minute by minute and possession by possession, so that a box score adds up because it happened. */
import { playPossession } from './possession.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { chooseLineup, dressedLines } from './rotation.ts';
import type { Game, Player, ScheduledFixture, Side, StatLine, Team } from './types.ts';

/** What does not change from game to game. */
export interface GameContext {
  readonly season: string;
  readonly seed: number;
  readonly rosters: ReadonlyMap<number, readonly Player[]>;
  /** By team: how much harder it is to score against it. */
  readonly defences: ReadonlyMap<number, number>;
}

const HOME_ADVANTAGE = 0.009;
const QUARTER_MINUTES = 12;
const OVERTIME_MINUTES = 5;

interface Bench {
  readonly team: Team;
  readonly squad: readonly StatLine[];
  readonly defence: number;
  readonly advantage: number;
  readonly periods: number[];
  current: StatLine[];
}

function bench(team: Team, advantage: number, { context, random }: { context: GameContext; random: Random }): Bench {
  const squad = dressedLines(context.rosters.get(team.teamId) ?? [], random);
  return { team, squad, defence: context.defences.get(team.teamId) ?? 0, advantage, periods: [], current: [] };
}

function playMinute(
  benches: readonly [home: Bench, away: Bench],
  elapsed: number,
  random: Random,
): readonly [home: number, away: number] {
  for (const side of benches) {
    side.current = chooseLineup(side.squad, elapsed, { current: side.current, random });
    for (const line of side.current) line.minutes += 1;
  }
  const [home, away] = benches.map((side) => ({ lineup: side.current, defence: side.defence, advantage: side.advantage }));
  if (home === undefined || away === undefined) throw new Error('a game has two sides');
  let homePoints = 0;
  let awayPoints = 0;
  for (let left = random.chance(0.1) ? 3 : 2; left > 0; left--) {
    homePoints += playPossession(home, away, random);
    awayPoints += playPossession(away, home, random);
  }
  return [homePoints, awayPoints];
}

function playPeriod(benches: readonly [home: Bench, away: Bench], span: { from: number; minutes: number }, random: Random): void {
  let homePoints = 0;
  let awayPoints = 0;
  for (let minute = 0; minute < span.minutes; minute++) {
    const [home, away] = playMinute(benches, span.from + minute, random);
    homePoints += home;
    awayPoints += away;
  }
  benches[0].periods.push(homePoints);
  benches[1].periods.push(awayPoints);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function sideOf(side: Bench): Side {
  return {
    team: side.team,
    points: total(side.periods),
    periods: side.periods,
    lines: side.squad.filter((line) => line.minutes > 0),
  };
}

/** Plays a game to its end, overtimes included. The result depends on the seed, the id and the two teams alone. */
export function playGame(fixture: ScheduledFixture, gameId: number, context: GameContext): Game {
  const random = createRandom(context.seed, `game ${gameId}`);
  const benches = [
    bench(fixture.home, HOME_ADVANTAGE, { context, random }),
    bench(fixture.away, -HOME_ADVANTAGE, { context, random }),
  ] as const;
  for (let quarter = 0; quarter < 4; quarter++)
    playPeriod(benches, { from: quarter * QUARTER_MINUTES, minutes: QUARTER_MINUTES }, random);
  let overtimes = 0;
  while (total(benches[0].periods) === total(benches[1].periods)) {
    playPeriod(benches, { from: 48 + overtimes * OVERTIME_MINUTES, minutes: OVERTIME_MINUTES }, random);
    overtimes += 1;
  }
  return {
    gameId,
    season: context.season,
    date: fixture.date,
    attendance: random.between(15_500, 19_800),
    overtimes,
    home: sideOf(benches[0]),
    away: sideOf(benches[1]),
  };
}

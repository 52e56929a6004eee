import { expect, test } from '@jest/globals';
import { createCalendar } from './calendar.ts';
import { createFixtures } from './fixtures.ts';
import { TEAMS } from './franchises.ts';
import { createRandom } from './random.ts';
import { createSeason } from './season.ts';
import { pointsOf } from './types.ts';
import type { Game, Side, StatLine } from './types.ts';

const season = createSeason(2026);
const sides = (game: Game): readonly [Side, Side][] => [
  [game.home, game.away],
  [game.away, game.home],
];
const sum = (lines: readonly Readonly<StatLine>[], value: (line: Readonly<StatLine>) => number): number =>
  lines.reduce((total, line) => total + value(line), 0);
const total = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);
const gamesOf = (teamId: number): Game[] =>
  season.games.filter((game) => game.home.team.teamId === teamId || game.away.team.teamId === teamId);
const everySide = season.games.flatMap((game) => sides(game).map(([own, other]) => ({ game, own, other })));
const everyLine = everySide.flatMap(({ game, own, other }) => own.lines.map((line) => ({ game, own, other, line })));
/** What breaks a rule, so that a failing test shows the first culprits. */
const breaking = <T extends { game: Game }>(items: readonly T[], rule: (item: T) => boolean): number[] =>
  items.filter((item) => !rule(item)).map((item) => item.game.gameId);

test('a season has 1,230 games, 82 for each of 30 teams and 41 of them at home', () => {
  expect(season.games).toHaveLength(1230);
  expect(season.teams).toHaveLength(30);
  for (const { teamId } of season.teams) {
    expect(gamesOf(teamId)).toHaveLength(82);
    expect(gamesOf(teamId).filter((game) => game.home.team.teamId === teamId)).toHaveLength(41);
  }
});

test('there are at least 25,000 stat lines', () => {
  expect(everyLine.length).toBeGreaterThanOrEqual(25_000);
});

test('no team plays twice on a day or on three days in a row, and rivals of a division meet four times', () => {
  for (const team of season.teams) {
    const games = gamesOf(team.teamId);
    const days = games.map((game) => Date.parse(game.date) / 86_400_000);
    for (const [index, day] of days.entries()) {
      expect(day - (days[index - 1] ?? -Infinity)).toBeGreaterThan(0);
      expect(day - (days[index - 2] ?? -Infinity)).toBeGreaterThan(2);
    }
    const rivals = season.teams.filter((other) => other.division === team.division && other !== team);
    expect(rivals).toHaveLength(4);
    for (const rival of rivals)
      expect(games.filter((game) => game.home.team === rival || game.away.team === rival)).toHaveLength(4);
  }
});

test('games are numbered in the order of their dates', () => {
  const ids = season.games.map((game) => game.gameId);
  expect(ids).toEqual(ids.toSorted((left, right) => left - right));
  expect(season.games.map((game) => game.date)).toEqual(season.games.map((game) => game.date).toSorted());
  expect(new Set(ids).size).toBe(1230);
});

test("a team's points are the sum of its players' points and of its periods", () => {
  expect(breaking(everySide, ({ own }) => own.points === sum(own.lines, pointsOf))).toEqual([]);
  expect(breaking(everySide, ({ own }) => own.points === total(own.periods))).toEqual([]);
});

test('no game ends in a tie, and overtimes are played exactly as long as it is tied', () => {
  expect(breaking(everySide, ({ own, other }) => own.points !== other.points)).toEqual([]);
  expect(breaking(everySide, ({ game, own }) => own.periods.length === 4 + game.overtimes)).toEqual([]);
  const tiedAfter = (own: Side, other: Side, periods: number): boolean =>
    total(own.periods.slice(0, periods)) === total(other.periods.slice(0, periods));
  const rule = ({ game, own, other }: (typeof everySide)[number]): boolean =>
    Array.from({ length: game.overtimes }, (_, overtime) => tiedAfter(own, other, 4 + overtime)).every(Boolean);
  expect(breaking(everySide, rule)).toEqual([]);
  expect(season.games.some((game) => game.overtimes > 1)).toBe(true);
});

test('the minutes of a team add up to five players for 48 minutes and 5 more for each overtime', () => {
  expect(breaking(everySide, ({ game, own }) => sum(own.lines, (line) => line.minutes) === 240 + 25 * game.overtimes)).toEqual(
    [],
  );
  expect(breaking(everyLine, ({ game, line }) => line.minutes >= 1 && line.minutes <= 48 + 5 * game.overtimes)).toEqual([]);
});

test('nobody makes more shots than he takes, and nobody has more than six fouls', () => {
  const rule = ({ line }: (typeof everyLine)[number]): boolean =>
    line.fg2Made <= line.fg2Attempted && line.fg3Made <= line.fg3Attempted && line.ftMade <= line.ftAttempted && line.fouls <= 6;
  expect(breaking(everyLine, rule)).toEqual([]);
});

test('no count is negative or broken', () => {
  const rule = ({ line }: (typeof everyLine)[number]): boolean => {
    const { player, isStarter, plusMinus, ...counts } = line;
    return (
      Number.isInteger(plusMinus) &&
      player.playerId > 0 &&
      typeof isStarter === 'boolean' &&
      Object.values(counts).every((count) => Number.isInteger(count) && count >= 0)
    );
  };
  expect(breaking(everyLine, rule)).toEqual([]);
});

test('what one side does fits what the other side suffers', () => {
  const missed = (lines: readonly Readonly<StatLine>[]): number =>
    sum(lines, (line) => line.fg2Attempted - line.fg2Made + line.fg3Attempted - line.fg3Made + line.ftAttempted - line.ftMade);
  const rebounds = ({ own, other }: (typeof everySide)[number]): boolean =>
    sum(own.lines, (line) => line.offensiveRebounds) + sum(other.lines, (line) => line.defensiveRebounds) <= missed(own.lines);
  expect(breaking(everySide, rebounds)).toEqual([]);
  expect(
    breaking(everySide, ({ own, other }) => sum(own.lines, (line) => line.steals) <= sum(other.lines, (line) => line.turnovers)),
  ).toEqual([]);
  expect(
    breaking(
      everySide,
      ({ own, other }) => sum(own.lines, (line) => line.blocks) <= sum(other.lines, (line) => line.fg2Attempted - line.fg2Made),
    ),
  ).toEqual([]);
  expect(
    breaking(
      everySide,
      ({ own }) => sum(own.lines, (line) => line.assists) <= sum(own.lines, (line) => line.fg2Made + line.fg3Made),
    ),
  ).toEqual([]);
  expect(
    breaking(everySide, ({ own, other }) => sum(own.lines, (line) => line.plusMinus) === 5 * (own.points - other.points)),
  ).toEqual([]);
});

test('five players start for each side, and everybody plays for his own team once', () => {
  expect(breaking(everySide, ({ own }) => own.lines.filter((line) => line.isStarter).length === 5)).toEqual([]);
  expect(breaking(everyLine, ({ own, line }) => line.player.teamId === own.team.teamId)).toEqual([]);
  expect(breaking(everySide, ({ own }) => new Set(own.lines.map((line) => line.player)).size === own.lines.length)).toEqual([]);
});

test('strong teams win far more than weak ones, and the home side wins more than half', () => {
  const wins = season.teams.map(
    ({ teamId }) =>
      gamesOf(teamId).filter((game) => game.home.points > game.away.points === (game.home.team.teamId === teamId)).length,
  );
  expect(Math.max(...wins)).toBeGreaterThan(50);
  expect(Math.min(...wins)).toBeLessThan(32);
  const homeWins = season.games.filter((game) => game.home.points > game.away.points).length / 1230;
  expect(homeWins).toBeGreaterThan(0.5);
  expect(homeWins).toBeLessThan(0.65);
});

test('scores look like the league: 105 to 125 points a side on average, stars score three times what the bench does', () => {
  const average = total(everySide.map(({ own }) => own.points)) / everySide.length;
  expect(average).toBeGreaterThan(105);
  expect(average).toBeLessThan(125);
  const perGame = (depth: number): number => {
    const lines = everyLine.filter(({ line }) => line.player.depth === depth);
    return total(lines.map(({ line }) => pointsOf(line))) / lines.length;
  };
  expect(perGame(0)).toBeGreaterThan(20);
  expect(perGame(0)).toBeGreaterThan(3 * perGame(6));
});

test('names of players are unique, and so are the numbers on the jerseys of a team', () => {
  expect(season.players).toHaveLength(450);
  expect(new Set(season.players.map((player) => `${player.firstName} ${player.lastName}`)).size).toBe(450);
  expect(new Set(season.players.map((player) => `${player.teamId} ${player.jerseyNumber}`)).size).toBe(450);
});

test('the same seed gives the same season, another seed another', () => {
  // Comparing texts is much faster than walking two deep structures.
  expect(JSON.stringify(createSeason(2026)) === JSON.stringify(season)).toBe(true);
  expect(createSeason(2027).games.map((game) => game.home.points)).not.toEqual(season.games.map((game) => game.home.points));
});

test.each([1, 7, 99])('seed %i makes a sound calendar as well', (seed) => {
  const random = createRandom(seed, 'season');
  const calendar = createCalendar(createFixtures(TEAMS, random), random);
  for (const team of TEAMS) {
    const games = calendar.filter((fixture) => fixture.home === team || fixture.away === team);
    expect(games.filter((fixture) => fixture.home === team)).toHaveLength(41);
    expect(new Set(games.map((fixture) => fixture.date)).size).toBe(82);
  }
});

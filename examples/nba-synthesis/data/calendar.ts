import type { Random } from './random.ts';
import type { Fixture, ScheduledFixture, Team } from './types.ts';

/** First and last day of the season, and the days without games: Thanksgiving, Christmas Eve, the week of the All-Star Game. */
const FIRST_DAY = '2025-10-21';
const LAST_DAY = '2026-04-12';
const DAYS_OFF = new Set([
  '2025-11-27',
  '2025-12-24',
  '2026-02-13',
  '2026-02-14',
  '2026-02-15',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
]);
const DAY_MS = 86_400_000;
/** Share of games by day of the week, Sunday first: the league likes Wednesdays and Fridays and leaves Thursdays to television. */
const WEEKDAY_SHARE = [1.05, 0.95, 0.9, 1.3, 0.55, 1.3, 0.95];

interface Day {
  readonly number: number;
  readonly date: string;
  readonly playing: Set<number>;
  readonly fixtures: Fixture[];
}

function gameDays(): Day[] {
  const days: Day[] = [];
  for (let time = Date.parse(FIRST_DAY); time <= Date.parse(LAST_DAY); time += DAY_MS) {
    const date = new Date(time).toISOString().slice(0, 10);
    if (!DAYS_OFF.has(date)) days.push({ number: time / DAY_MS, date, playing: new Set(), fixtures: [] });
  }
  return days;
}

/** Whether a game on this day would be the third in three days for the team. Looks at both sides, so days can be filled in any order. */
function tires(team: Team, day: Day, byNumber: ReadonlyMap<number, Day>): boolean {
  const plays = (offset: number): boolean => byNumber.get(day.number + offset)?.playing.has(team.teamId) === true;
  return (plays(-2) && plays(-1)) || (plays(-1) && plays(1)) || (plays(1) && plays(2));
}

function fits(fixture: Fixture, day: Day, byNumber: ReadonlyMap<number, Day>): boolean {
  return [fixture.home, fixture.away].every((team) => !day.playing.has(team.teamId) && !tires(team, day, byNumber));
}

function place(fixture: Fixture, day: Day): void {
  day.fixtures.push(fixture);
  day.playing.add(fixture.home.teamId).add(fixture.away.teamId);
}

/** Fills one day with those games whose teams have played least and rested longest. Returns the games that are still to be placed. */
function fillDay(
  day: Day,
  remaining: readonly Fixture[],
  options: { target: number; random: Random; byNumber: Map<number, Day> },
): Fixture[] {
  const left = new Map<number, number>();
  for (const fixture of remaining) {
    for (const team of [fixture.home, fixture.away]) left.set(team.teamId, (left.get(team.teamId) ?? 0) + 1);
  }
  const urgency = (team: Team): number => {
    const playedYesterday = options.byNumber.get(day.number - 1)?.playing.has(team.teamId) === true;
    return (left.get(team.teamId) ?? 0) - (playedYesterday ? 1.5 : 0);
  };
  const ranked = remaining
    .map((fixture) => ({ fixture, score: urgency(fixture.home) + urgency(fixture.away) + 1.5 * options.random.next() }))
    .sort((one, other) => other.score - one.score);
  const rest: Fixture[] = [];
  for (const { fixture } of ranked) {
    if (day.fixtures.length < options.target && fits(fixture, day, options.byNumber)) place(fixture, day);
    else rest.push(fixture);
  }
  return rest;
}

/** Puts what was left over onto any day where both teams are free. */
function fillGaps(remaining: readonly Fixture[], days: readonly Day[], byNumber: ReadonlyMap<number, Day>): void {
  for (const fixture of remaining) {
    const free = days.filter((day) => !day.playing.has(fixture.home.teamId) && !day.playing.has(fixture.away.teamId));
    const day = free.find((candidate) => fits(fixture, candidate, byNumber)) ?? free[0];
    // Two teams of 81 other games each block at most 162 of the 166 days.
    if (day === undefined) throw new Error('the calendar has too few days');
    place(fixture, day);
  }
}

/** Gives every game a date: no team plays twice a day, and hardly ever on three days in a row. Ordered by date. */
export function createCalendar(fixtures: readonly Fixture[], random: Random): ScheduledFixture[] {
  const days = gameDays();
  const byNumber = new Map(days.map((day) => [day.number, day]));
  let remaining: readonly Fixture[] = fixtures;
  for (const [index, day] of days.entries()) {
    const average = remaining.length / (days.length - index);
    const share = WEEKDAY_SHARE[new Date(day.date).getUTCDay()] ?? 1;
    const target = Math.max(2, Math.min(14, Math.round(average * share + 0.6 * random.normal())));
    remaining = fillDay(day, remaining, { target, random, byNumber });
  }
  fillGaps(remaining, days, byNumber);
  return days.flatMap((day) => day.fixtures.map((fixture) => ({ ...fixture, date: day.date })));
}

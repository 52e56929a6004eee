/** Who is on court in which minute. */
import type { Random } from './random.ts';
import type { Player, StatLine } from './types.ts';

/** Minutes that a coach plans by place in the rotation, in a game of 48 minutes. */
const PLANNED_MINUTES = [36, 34, 33, 30, 28, 24, 19, 15, 10, 6, 3, 2];
/** How many minutes behind his plan a player on the bench must be, compared with one on court, to be sent in. */
const STAY_MINUTES = 1.6;
const MISSES_GAME = 0.08;

/** The lines of those who dress for a game: the ten to twelve best who are fit. The first five start. */
export function dressedLines(roster: readonly Player[], random: Random): StatLine[] {
  const fit = roster.filter(() => !random.chance(MISSES_GAME));
  const squad = [...fit, ...roster.filter((player) => !fit.includes(player))].slice(
    0,
    Math.max(10, Math.min(fit.length, random.between(10, 12))),
  );
  return squad.map((player, place) => emptyLine(player, place < 5));
}

function emptyLine(player: Player, isStarter: boolean): StatLine {
  return {
    player,
    isStarter,
    minutes: 0,
    fg2Made: 0,
    fg2Attempted: 0,
    fg3Made: 0,
    fg3Attempted: 0,
    ftMade: 0,
    ftAttempted: 0,
    offensiveRebounds: 0,
    defensiveRebounds: 0,
    assists: 0,
    steals: 0,
    blocks: 0,
    turnovers: 0,
    fouls: 0,
    plusMinus: 0,
  };
}

/**
 * Five lines for the minute after `elapsed` full ones: those furthest behind their plan, with some patience for who is on court. In
 * overtime the best play. A player with six fouls is out.
 */
export function chooseLineup(
  squad: readonly StatLine[],
  elapsed: number,
  context: { current: readonly StatLine[]; random: Random },
): StatLine[] {
  if (elapsed === 0) return squad.slice(0, 5);
  const planned = PLANNED_MINUTES.slice(0, squad.length).reduce((sum, minutes) => sum + minutes, 0);
  const need = (line: StatLine, place: number): number => {
    if (elapsed >= 48) return -place;
    const plan = ((PLANNED_MINUTES[place] ?? 1) * 240) / planned;
    const staying = context.current.includes(line) ? STAY_MINUTES : 0;
    return (plan * (elapsed + 1)) / 48 - line.minutes + staying + 0.5 * context.random.normal();
  };
  return squad
    .map((line, place) => ({ line, need: need(line, place) - (line.fouls >= 6 ? 1000 : 0) }))
    .sort((one, other) => other.need - one.need)
    .slice(0, 5)
    .map(({ line }) => line);
}

/** One possession: who shoots, whether it goes in, who rebounds. Every point, miss and steal finds its way into the lines of both sides. */
import { weighted } from './random.ts';
import type { Random } from './random.ts';
import type { Position, StatLine } from './types.ts';

/** Five players of a team on court. */
export interface OnCourt {
  readonly lineup: readonly StatLine[];
  /** How much harder than average it is to score against this team; 0.01 is one percentage point for every shot. */
  readonly defence: number;
  /** What playing at home adds to each shot's probability. */
  readonly advantage: number;
}

interface Profile {
  /** Share of the shots that are three-pointers. */
  readonly threes: number;
  readonly offensiveRebounds: number;
  readonly defensiveRebounds: number;
  readonly assists: number;
  readonly steals: number;
  readonly blocks: number;
  readonly freeThrow: number;
}

const PROFILES: Record<Position, Profile> = {
  PG: { threes: 0.44, offensiveRebounds: 0.3, defensiveRebounds: 0.6, assists: 2.4, steals: 1.3, blocks: 0.25, freeThrow: 0.82 },
  SG: { threes: 0.47, offensiveRebounds: 0.35, defensiveRebounds: 0.7, assists: 1.2, steals: 1.1, blocks: 0.35, freeThrow: 0.81 },
  SF: { threes: 0.41, offensiveRebounds: 0.7, defensiveRebounds: 1, assists: 1, steals: 1, blocks: 0.7, freeThrow: 0.78 },
  PF: { threes: 0.33, offensiveRebounds: 1.4, defensiveRebounds: 1.3, assists: 0.8, steals: 0.8, blocks: 1.2, freeThrow: 0.75 },
  C: { threes: 0.14, offensiveRebounds: 2.1, defensiveRebounds: 1.8, assists: 0.7, steals: 0.7, blocks: 2.2, freeThrow: 0.7 },
};

const TURNOVER = 0.13;
const STOLEN = 0.55;
const LOOSE_FOUL = 0.07;
const SHOOTING_FOUL = { two: 0.15, three: 0.02, andOne: 0.045 };
const BLOCKED = 0.11;
const OFFENSIVE_REBOUND = 0.25;
const TEAM_REBOUND = 0.06;
const ASSISTED = { two: 0.52, three: 0.84 };

const profileOf = (line: StatLine): Profile => PROFILES[line.player.position];
/** Stars take more shots. */
const usage = (line: StatLine): number => Math.max(0.6, 1.85 - 0.18 * line.player.depth);

function foul(defend: OnCourt, random: Random): void {
  const able = defend.lineup.filter((line) => line.fouls < 6);
  if (able.length > 0) weighted(able, () => 1, random).fouls += 1;
}

/** Points that `attempts` free throws bring, and whether the last one missed and is up for a rebound. */
function freeThrows(shooter: StatLine, attempts: number, random: Random): { points: number; loose: boolean } {
  const probability = Math.min(0.94, Math.max(0.45, profileOf(shooter).freeThrow + 0.02 * shooter.player.talent));
  let points = 0;
  let loose = false;
  for (let attempt = 0; attempt < attempts; attempt++) {
    loose = !random.chance(probability);
    if (!loose) points += 1;
  }
  shooter.ftAttempted += attempts;
  shooter.ftMade += points;
  return { points, loose };
}

/** Who gets the missed ball: true when the attack keeps it. */
function rebound(attack: OnCourt, defend: OnCourt, random: Random): boolean {
  if (random.chance(TEAM_REBOUND)) return false;
  const kept = random.chance(OFFENSIVE_REBOUND);
  if (kept) weighted(attack.lineup, (line) => profileOf(line).offensiveRebounds, random).offensiveRebounds += 1;
  else weighted(defend.lineup, (line) => profileOf(line).defensiveRebounds, random).defensiveRebounds += 1;
  return kept;
}

function recordMade(shooter: StatLine, isThree: boolean, { attack, random }: { attack: OnCourt; random: Random }): number {
  if (isThree) shooter.fg3Made += 1;
  else shooter.fg2Made += 1;
  if (random.chance(isThree ? ASSISTED.three : ASSISTED.two)) {
    const others = attack.lineup.filter((line) => line !== shooter);
    weighted(others, (line) => profileOf(line).assists * usage(line), random).assists += 1;
  }
  return isThree ? 3 : 2;
}

/** One shot with what follows from it. `again` when the attack rebounds its own miss. */
function shoot(attack: OnCourt, defend: OnCourt, random: Random): { points: number; again: boolean } {
  const shooter = weighted(attack.lineup, usage, random);
  const isThree = random.chance(profileOf(shooter).threes);
  if (random.chance(isThree ? SHOOTING_FOUL.three : SHOOTING_FOUL.two)) {
    foul(defend, random);
    const { points, loose } = freeThrows(shooter, isThree ? 3 : 2, random);
    return { points, again: loose && rebound(attack, defend, random) };
  }
  if (isThree) shooter.fg3Attempted += 1;
  else shooter.fg2Attempted += 1;
  const base = isThree ? 0.35 + 0.014 * shooter.player.talent : 0.535 + 0.022 * shooter.player.talent;
  if (random.chance(base - defend.defence + attack.advantage)) {
    const points = recordMade(shooter, isThree, { attack, random });
    if (!random.chance(SHOOTING_FOUL.andOne)) return { points, again: false };
    foul(defend, random);
    const bonus = freeThrows(shooter, 1, random);
    return { points: points + bonus.points, again: bonus.loose && rebound(attack, defend, random) };
  }
  if (!isThree && random.chance(BLOCKED)) weighted(defend.lineup, (line) => profileOf(line).blocks, random).blocks += 1;
  return { points: 0, again: rebound(attack, defend, random) };
}

/** Plays one possession, writes it into the lines and returns its points. */
export function playPossession(attack: OnCourt, defend: OnCourt, random: Random): number {
  if (random.chance(LOOSE_FOUL)) foul(defend, random);
  if (random.chance(TURNOVER)) {
    weighted(attack.lineup, usage, random).turnovers += 1;
    if (random.chance(STOLEN)) weighted(defend.lineup, (line) => profileOf(line).steals, random).steals += 1;
    return 0;
  }
  let points = 0;
  for (let shots = 0, again = true; again && shots < 4; shots++) {
    const result = shoot(attack, defend, random);
    points += result.points;
    again = result.again;
  }
  for (const line of attack.lineup) line.plusMinus += points;
  for (const line of defend.lineup) line.plusMinus -= points;
  return points;
}

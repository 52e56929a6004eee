import { FIRST_NAMES, LAST_NAMES } from './names.ts';
import { createRandom, shuffled } from './random.ts';
import type { Random } from './random.ts';
import type { Player, Position, Team } from './types.ts';

const POSITIONS: readonly Position[] = ['PG', 'SG', 'SF', 'PF', 'C'];
const HEIGHT_CM: Record<Position, number> = { PG: 189, SG: 195, SF: 201, PF: 206, C: 211 };

function body(position: Position, random: Random): Pick<Player, 'heightCm' | 'weightKg'> {
  const heightCm = Math.round(HEIGHT_CM[position] + 4 * Math.max(-2.5, Math.min(2.5, random.normal())));
  return { heightCm, weightKg: Math.round(88 + 0.95 * (heightCm - 195) + 4 * Math.max(-2.5, Math.min(2.5, random.normal()))) };
}

function career(random: Random): Pick<Player, 'birthDate' | 'draftYear'> {
  const age = Math.min(38, 20 + Math.floor(Math.abs(random.normal()) * 6.5));
  const birthYear = 2025 - age;
  const birthDate = new Date(Date.UTC(birthYear, random.between(0, 11), random.between(1, 28))).toISOString().slice(0, 10);
  return { birthDate, draftYear: random.chance(0.8) ? Math.min(2025, birthYear + random.between(19, 22)) : undefined };
}

/** The better a player's place in the rotation, the better he shoots, give or take; stars of strong teams are the best. */
function talent(depth: number, teamStrength: number, random: Random): number {
  return 1.6 - 0.2 * depth + 0.4 * random.normal() + teamStrength;
}

/** The players of all teams, 15 each, three for each position; the first five of a team's rotation hold one of each. */
export function createRosters(teams: readonly Team[], seed: number): Player[] {
  const random = createRandom(seed, 'rosters');
  const lastNames = shuffled(LAST_NAMES, random);
  const strengths = shuffled(teams, random).map((team, rank) => ({ team, strength: 1.5 - (3 * rank) / (teams.length - 1) }));
  const players: Player[] = [];
  for (const team of teams) {
    const strength = strengths.find((entry) => entry.team === team)?.strength ?? 0;
    const positions = [0, 1, 2].flatMap(() => shuffled(POSITIONS, random));
    const jerseys = shuffled(
      Array.from({ length: 56 }, (_, number) => number),
      random,
    );
    for (const [depth, position] of positions.entries()) {
      const index = players.length;
      players.push({
        playerId: 1001 + index,
        teamId: team.teamId,
        firstName: FIRST_NAMES[random.between(0, FIRST_NAMES.length - 1)] ?? '',
        // Every player has a family name of his own, so full names are unique.
        lastName: lastNames[index] ?? '',
        position,
        jerseyNumber: jerseys[depth] ?? 0,
        ...body(position, random),
        ...career(random),
        depth,
        talent: talent(depth, strength, random),
      });
    }
  }
  return players;
}

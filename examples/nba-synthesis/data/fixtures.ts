import { shuffled } from './random.ts';
import type { Random } from './random.ts';
import type { Fixture, Team } from './types.ts';

/** How often `one` is at home against `other`, and the other way round. */
function meetings(one: Place, other: Place): readonly [home: number, away: number] {
  if (one.team.conference !== other.team.conference) return [1, 1];
  if (one.team.division === other.team.division) return [2, 2];
  // Within a conference a team meets four of the ten teams of other divisions three times. Taking these by the distance of their places
  // in the divisions gives every team two of them in each division: one with two home games, one with two away games.
  const distance = (one.place - other.place + 5) % 5;
  if (distance === 0) return [2, 1];
  if (distance === 1) return [1, 2];
  return [2, 2];
}

interface Place {
  readonly team: Team;
  readonly place: number;
}

/**
 * All games of a season after the league's formula: 4 against each rival of the own division, 3 or 4 against the others of the conference,
 * 2 against each team of the other conference. That is 82 for each team, 41 at home.
 */
export function createFixtures(teams: readonly Team[], random: Random): Fixture[] {
  const divisions = [...new Set(teams.map((team) => team.division))];
  const places = divisions.flatMap((division) =>
    shuffled(
      teams.filter((team) => team.division === division),
      random,
    ).map((team, place) => ({ team, place })),
  );
  return places.flatMap((one, index) =>
    places.slice(index + 1).flatMap((other) => {
      const [home, away] = meetings(one, other);
      return [
        ...Array.from({ length: home }, () => ({ home: one.team, away: other.team })),
        ...Array.from({ length: away }, () => ({ home: other.team, away: one.team })),
      ];
    }),
  );
}

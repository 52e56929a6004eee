/** The words of the data set: what a season is made of. */

export type Position = 'PG' | 'SG' | 'SF' | 'PF' | 'C';

/** A team of the league. */
export interface Team {
  readonly teamId: number;
  readonly abbreviation: string;
  readonly city: string;
  readonly name: string;
  readonly conference: 'East' | 'West';
  readonly division: string;
}

/** A player under contract. */
export interface Player {
  readonly playerId: number;
  readonly teamId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly position: Position;
  readonly jerseyNumber: number;
  readonly heightCm: number;
  readonly weightKg: number;
  /** ISO date. */
  readonly birthDate: string;
  readonly draftYear: number | undefined;
  /** Place in the rotation: 0 is the star, 14 the last man. Not part of the published data. */
  readonly depth: number;
  /** Shooting above (or below) an average player, in standard deviations. Not part of the published data. */
  readonly talent: number;
}

/** A game that is to be played. */
export interface Fixture {
  readonly home: Team;
  readonly away: Team;
}

/** A fixture with its day. */
export interface ScheduledFixture extends Fixture {
  /** ISO date. */
  readonly date: string;
}

/** What one player did in one game. */
export interface StatLine {
  readonly player: Player;
  readonly isStarter: boolean;
  minutes: number;
  fg2Made: number;
  fg2Attempted: number;
  fg3Made: number;
  fg3Attempted: number;
  ftMade: number;
  ftAttempted: number;
  offensiveRebounds: number;
  defensiveRebounds: number;
  assists: number;
  steals: number;
  blocks: number;
  turnovers: number;
  fouls: number;
  plusMinus: number;
}

/** One team's side of a game. */
export interface Side {
  readonly team: Team;
  readonly points: number;
  /** Points by period: four quarters, then one entry for each overtime. */
  readonly periods: readonly number[];
  /** Players with at least one minute, starters first. */
  readonly lines: readonly Readonly<StatLine>[];
}

/** A game that was played. */
export interface Game {
  readonly gameId: number;
  readonly season: string;
  readonly date: string;
  readonly attendance: number;
  readonly overtimes: number;
  readonly home: Side;
  readonly away: Side;
}

/** A whole season of the league. */
export interface Season {
  readonly name: string;
  readonly teams: readonly Team[];
  readonly players: readonly Player[];
  readonly games: readonly Game[];
}

/** Points of a line: what its shots are worth. */
export function pointsOf(line: Readonly<StatLine>): number {
  return 2 * line.fg2Made + 3 * line.fg3Made + line.ftMade;
}

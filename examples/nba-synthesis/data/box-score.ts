import { statColumns } from './rows.ts';
import type { Game, Side } from './types.ts';

/** One side of a box score; names as in the database. */
export interface BoxScoreSide {
  readonly team_id: number;
  readonly abbreviation: string;
  readonly city: string;
  readonly name: string;
  readonly points: number;
  /** Points by period: four quarters, then one entry for each overtime. */
  readonly periods: readonly number[];
  readonly players: readonly Readonly<Record<string, string | number | boolean>>[];
}

/** The document of one game, as it lies in the object store. */
export interface BoxScore {
  readonly game_id: number;
  readonly season: string;
  readonly game_date: string;
  readonly attendance: number;
  readonly overtimes: number;
  readonly home: BoxScoreSide;
  readonly away: BoxScoreSide;
}

function sideOf(side: Side): BoxScoreSide {
  const { teamId, abbreviation, city, name } = side.team;
  const players = side.lines.map((line) => ({
    player_id: line.player.playerId,
    name: `${line.player.firstName} ${line.player.lastName}`,
    position: line.player.position,
    is_starter: line.isStarter,
    ...statColumns(line),
  }));
  return { team_id: teamId, abbreviation, city, name, points: side.points, periods: side.periods, players };
}

/** The box score of a game: the same numbers as in the database. */
export function boxScoreOf(game: Game): BoxScore {
  return {
    game_id: game.gameId,
    season: game.season,
    game_date: game.date,
    attendance: game.attendance,
    overtimes: game.overtimes,
    home: sideOf(game.home),
    away: sideOf(game.away),
  };
}

/** Where the box score of a game lies, below the output folder and in the bucket alike. */
export function boxScoreKey(game: Game): string {
  return `games/${game.season}/${game.gameId}.json`;
}

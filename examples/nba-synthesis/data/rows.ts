/** Rows of the database from a season: the one place where words of the code become columns. */
import { pointsOf } from './types.ts';
import type { Game, Player, Season, Side, StatLine, Team } from './types.ts';

/** A value of a column; undefined is NULL. */
export type Value = string | number | boolean | undefined;
/** Column -> value, in the order of the columns in schema.sql. */
export type Row = Readonly<Record<string, Value>>;

/** What stands in a box score for one player, without whose game and team it is. */
export function statColumns(line: Readonly<StatLine>): Record<string, number> {
  return {
    minutes: line.minutes,
    points: pointsOf(line),
    fg2_made: line.fg2Made,
    fg2_attempted: line.fg2Attempted,
    fg3_made: line.fg3Made,
    fg3_attempted: line.fg3Attempted,
    ft_made: line.ftMade,
    ft_attempted: line.ftAttempted,
    offensive_rebounds: line.offensiveRebounds,
    defensive_rebounds: line.defensiveRebounds,
    rebounds: line.offensiveRebounds + line.defensiveRebounds,
    assists: line.assists,
    steals: line.steals,
    blocks: line.blocks,
    turnovers: line.turnovers,
    fouls: line.fouls,
    plus_minus: line.plusMinus,
  };
}

function teamRow(team: Team): Row {
  const { teamId, abbreviation, city, name, conference, division } = team;
  return { team_id: teamId, abbreviation, city, name, conference, division };
}

function playerRow(player: Player): Row {
  return {
    player_id: player.playerId,
    team_id: player.teamId,
    first_name: player.firstName,
    last_name: player.lastName,
    position: player.position,
    jersey_number: player.jerseyNumber,
    height_cm: player.heightCm,
    weight_kg: player.weightKg,
    birth_date: player.birthDate,
    draft_year: player.draftYear,
  };
}

function periodColumns(prefix: 'home' | 'away', side: Side): Row {
  const [q1 = 0, q2 = 0, q3 = 0, q4 = 0, ...overtimes] = side.periods;
  const overtime = overtimes.reduce((sum, points) => sum + points, 0);
  return { [`${prefix}_q1`]: q1, [`${prefix}_q2`]: q2, [`${prefix}_q3`]: q3, [`${prefix}_q4`]: q4, [`${prefix}_ot`]: overtime };
}

function gameRow(game: Game): Row {
  return {
    game_id: game.gameId,
    season: game.season,
    game_date: game.date,
    home_team_id: game.home.team.teamId,
    away_team_id: game.away.team.teamId,
    home_points: game.home.points,
    away_points: game.away.points,
    ...periodColumns('home', game.home),
    ...periodColumns('away', game.away),
    overtimes: game.overtimes,
    attendance: game.attendance,
  };
}

function statRow(game: Game, side: Side, line: Readonly<StatLine>): Row {
  const identity = {
    game_id: game.gameId,
    player_id: line.player.playerId,
    team_id: side.team.teamId,
    is_starter: line.isStarter,
  };
  return { ...identity, ...statColumns(line) };
}

/** All rows by table, in an order that satisfies the foreign keys. */
export function rowsOf(season: Season): readonly (readonly [table: string, rows: readonly Row[]])[] {
  return [
    ['teams', season.teams.map(teamRow)],
    ['players', season.players.map(playerRow)],
    ['games', season.games.map(gameRow)],
    [
      'player_game_stats',
      season.games.flatMap((game) =>
        [game.home, game.away].flatMap((side) => side.lines.map((line) => statRow(game, side, line))),
      ),
    ],
  ];
}

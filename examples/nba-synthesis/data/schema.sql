-- One NBA season: teams, players, games and a box score line for every player in every game.
-- Run once as the owner, in one transaction; seed.sql fills it.

CREATE TABLE teams (
  team_id      smallint PRIMARY KEY,
  abbreviation text NOT NULL UNIQUE CHECK (abbreviation ~ '^[A-Z]{3}$'),
  city         text NOT NULL,
  name         text NOT NULL UNIQUE,
  conference   text NOT NULL CHECK (conference IN ('East', 'West')),
  division     text NOT NULL CHECK (division IN ('Atlantic', 'Central', 'Southeast', 'Northwest', 'Pacific', 'Southwest'))
);

CREATE TABLE players (
  player_id     integer PRIMARY KEY,
  team_id       smallint NOT NULL REFERENCES teams,
  first_name    text NOT NULL,
  last_name     text NOT NULL,
  position      text NOT NULL CHECK (position IN ('PG', 'SG', 'SF', 'PF', 'C')),
  jersey_number smallint NOT NULL CHECK (jersey_number BETWEEN 0 AND 99),
  height_cm     smallint NOT NULL CHECK (height_cm BETWEEN 160 AND 240),
  weight_kg     smallint NOT NULL CHECK (weight_kg BETWEEN 60 AND 160),
  birth_date    date NOT NULL,
  draft_year    smallint,
  UNIQUE (team_id, jersey_number)
);

CREATE TABLE games (
  game_id      integer PRIMARY KEY,
  season       text NOT NULL CHECK (season ~ '^\d{4}-\d{2}$'),
  game_date    date NOT NULL,
  home_team_id smallint NOT NULL REFERENCES teams (team_id),
  away_team_id smallint NOT NULL REFERENCES teams (team_id),
  home_points  smallint NOT NULL,
  away_points  smallint NOT NULL,
  home_q1      smallint NOT NULL CHECK (home_q1 >= 0),
  home_q2      smallint NOT NULL CHECK (home_q2 >= 0),
  home_q3      smallint NOT NULL CHECK (home_q3 >= 0),
  home_q4      smallint NOT NULL CHECK (home_q4 >= 0),
  home_ot      smallint NOT NULL CHECK (home_ot >= 0),
  away_q1      smallint NOT NULL CHECK (away_q1 >= 0),
  away_q2      smallint NOT NULL CHECK (away_q2 >= 0),
  away_q3      smallint NOT NULL CHECK (away_q3 >= 0),
  away_q4      smallint NOT NULL CHECK (away_q4 >= 0),
  away_ot      smallint NOT NULL CHECK (away_ot >= 0),
  overtimes    smallint NOT NULL CHECK (overtimes >= 0),
  attendance   integer NOT NULL CHECK (attendance >= 0),
  CHECK (home_team_id <> away_team_id),
  CHECK (home_points <> away_points),
  CHECK (home_points = home_q1 + home_q2 + home_q3 + home_q4 + home_ot),
  CHECK (away_points = away_q1 + away_q2 + away_q3 + away_q4 + away_ot),
  CHECK ((overtimes > 0) = (home_q1 + home_q2 + home_q3 + home_q4 = away_q1 + away_q2 + away_q3 + away_q4)),
  CHECK (overtimes > 0 OR (home_ot = 0 AND away_ot = 0))
);

CREATE TABLE player_game_stats (
  game_id            integer NOT NULL REFERENCES games,
  player_id          integer NOT NULL REFERENCES players,
  team_id            smallint NOT NULL REFERENCES teams,
  is_starter         boolean NOT NULL,
  minutes            smallint NOT NULL CHECK (minutes > 0),
  points             smallint NOT NULL,
  fg2_made           smallint NOT NULL CHECK (fg2_made >= 0),
  fg2_attempted      smallint NOT NULL CHECK (fg2_attempted >= fg2_made),
  fg3_made           smallint NOT NULL CHECK (fg3_made >= 0),
  fg3_attempted      smallint NOT NULL CHECK (fg3_attempted >= fg3_made),
  ft_made            smallint NOT NULL CHECK (ft_made >= 0),
  ft_attempted       smallint NOT NULL CHECK (ft_attempted >= ft_made),
  offensive_rebounds smallint NOT NULL CHECK (offensive_rebounds >= 0),
  defensive_rebounds smallint NOT NULL CHECK (defensive_rebounds >= 0),
  rebounds           smallint NOT NULL,
  assists            smallint NOT NULL CHECK (assists >= 0),
  steals             smallint NOT NULL CHECK (steals >= 0),
  blocks             smallint NOT NULL CHECK (blocks >= 0),
  turnovers          smallint NOT NULL CHECK (turnovers >= 0),
  fouls              smallint NOT NULL CHECK (fouls BETWEEN 0 AND 6),
  plus_minus         smallint NOT NULL,
  PRIMARY KEY (game_id, player_id),
  CHECK (points = 2 * fg2_made + 3 * fg3_made + ft_made),
  CHECK (rebounds = offensive_rebounds + defensive_rebounds)
);

-- What questions ask for: a roster, a player by name, a team's games in order, a player's games, a team's box scores, the best performances.
CREATE INDEX players_team_id_idx ON players (team_id);
CREATE INDEX players_last_name_idx ON players (last_name, first_name);
CREATE INDEX games_game_date_idx ON games (game_date);
CREATE INDEX games_home_team_idx ON games (home_team_id, game_date);
CREATE INDEX games_away_team_idx ON games (away_team_id, game_date);
CREATE INDEX player_game_stats_player_idx ON player_game_stats (player_id);
CREATE INDEX player_game_stats_team_idx ON player_game_stats (team_id, game_id);
CREATE INDEX player_game_stats_points_idx ON player_game_stats (points DESC);

COMMENT ON TABLE teams IS 'The 30 teams with their conference and division.';
COMMENT ON TABLE players IS 'The players, each with one team for the whole season.';
COMMENT ON TABLE games IS 'The games with final score and points by quarter; every one is over.';
COMMENT ON TABLE player_game_stats IS 'Box score: one line for each player who played in a game. Totals of a team are sums over its lines.';
COMMENT ON COLUMN teams.name IS 'Nickname without the city: Lakers.';
COMMENT ON COLUMN players.draft_year IS 'NULL when the player was not drafted.';
COMMENT ON COLUMN games.season IS 'Start and end of the season: 2025-26.';
COMMENT ON COLUMN games.home_ot IS 'Points of the home team in all overtimes together.';
COMMENT ON COLUMN games.away_ot IS 'Points of the away team in all overtimes together.';
COMMENT ON COLUMN games.overtimes IS 'Number of overtimes of 5 minutes; 0 when the game ended after four quarters.';
COMMENT ON COLUMN player_game_stats.team_id IS 'The team that the player played for: home or away team of the game.';
COMMENT ON COLUMN player_game_stats.minutes IS 'Full minutes on court.';
COMMENT ON COLUMN player_game_stats.points IS '2 * fg2_made + 3 * fg3_made + ft_made.';
COMMENT ON COLUMN player_game_stats.fg2_made IS 'Two-point field goals; all field goals are fg2 + fg3.';
COMMENT ON COLUMN player_game_stats.fg3_made IS 'Three-point field goals.';
COMMENT ON COLUMN player_game_stats.ft_made IS 'Free throws.';
COMMENT ON COLUMN player_game_stats.plus_minus IS 'Points of the team minus points of the opponent while the player was on court.';

-- The role that serves questions. It can read and nothing else; whoever runs the service gives it LOGIN and a password.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nba_reader') THEN
    CREATE ROLE nba_reader NOLOGIN;
  END IF;
END
$$;
ALTER ROLE nba_reader SET default_transaction_read_only = on;
ALTER ROLE nba_reader SET statement_timeout = '10s';
ALTER ROLE nba_reader SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE nba_reader SET lock_timeout = '2s';
GRANT USAGE ON SCHEMA public TO nba_reader;
GRANT SELECT ON teams, players, games, player_game_stats TO nba_reader;

-- PostgreSQL lets everybody create temporary tables and end sessions of their own role. A reader needs neither, and its sessions are the service's pool.
-- Nor may one question fill the disk. Where the owner may not change these (a managed server keeps them to itself), the other limits still hold.
DO $$
BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE EXECUTE ON FUNCTION pg_terminate_backend(integer, bigint), pg_cancel_backend(integer) FROM PUBLIC;
  ALTER ROLE nba_reader SET temp_file_limit = '64MB';
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE 'not allowed to set all limits: %', SQLERRM;
END
$$;

import type { Team } from './types.ts';

/** The 30 franchises by division; names and places are facts, everything that they do in this data set is invented. */
const DIVISIONS: readonly (readonly [conference: 'East' | 'West', division: string, teams: string])[] = [
  ['East', 'Atlantic', 'BOS Boston Celtics, BKN Brooklyn Nets, NYK New-York Knicks, PHI Philadelphia 76ers, TOR Toronto Raptors'],
  ['East', 'Central', 'CHI Chicago Bulls, CLE Cleveland Cavaliers, DET Detroit Pistons, IND Indiana Pacers, MIL Milwaukee Bucks'],
  ['East', 'Southeast', 'ATL Atlanta Hawks, CHA Charlotte Hornets, MIA Miami Heat, ORL Orlando Magic, WAS Washington Wizards'],
  [
    'West',
    'Northwest',
    'DEN Denver Nuggets, MIN Minnesota Timberwolves, OKC Oklahoma-City Thunder, POR Portland Trail-Blazers, UTA Utah Jazz',
  ],
  [
    'West',
    'Pacific',
    'GSW Golden-State Warriors, LAC Los-Angeles Clippers, LAL Los-Angeles Lakers, PHX Phoenix Suns, SAC Sacramento Kings',
  ],
  [
    'West',
    'Southwest',
    'DAL Dallas Mavericks, HOU Houston Rockets, MEM Memphis Grizzlies, NOP New-Orleans Pelicans, SAS San-Antonio Spurs',
  ],
];

/** All teams, five to a division, with ids from 1 in that order. */
export const TEAMS: readonly Team[] = DIVISIONS.flatMap(([conference, division, list], group) =>
  list.split(', ').map((entry, place) => {
    const [abbreviation = '', city = '', name = ''] = entry.split(' ').map((word) => word.replaceAll('-', ' '));
    return { teamId: group * 5 + place + 1, abbreviation, city, name, conference, division };
  }),
);

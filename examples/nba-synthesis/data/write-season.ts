/** Writes a season to a folder, unless it is there already. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { boxScoreKey, boxScoreOf } from './box-score.ts';
import { rowsOf } from './rows.ts';
import { createSeason } from './season.ts';
import { seedScript } from './sql.ts';
import type { Season } from './types.ts';

/** Goes up with every change of what is generated, so that old output is made anew. */
const GENERATOR_VERSION = 1;

/** What lies in an output folder: `manifest.json`, `seed.sql` and `games/<season>/<game_id>.json`. */
export const Manifest = z.object({
  generator: z.number(),
  seed: z.number(),
  season: z.string(),
  games: z.number(),
  stat_lines: z.number(),
});

/** The manifest of an output folder. */
export type Manifest = z.infer<typeof Manifest>;

/** The output folder holds something else. */
export class ForeignFolderError extends Error {
  override readonly name = 'ForeignFolderError';
}

/** What the folder holds now. */
export interface WrittenSeason {
  readonly manifest: Manifest;
  /** False when the folder already held the same season. */
  readonly written: boolean;
}

function readManifest(folder: string): Manifest | undefined {
  try {
    return Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  } catch {
    // Absent or of another form: then it is not ours.
    return undefined;
  }
}

function present(folder: string, seed: number): Manifest | undefined {
  const manifest = readManifest(folder);
  return manifest?.seed === seed && manifest.generator === GENERATOR_VERSION ? manifest : undefined;
}

/** The folder is replaced as a whole, so it must not be one that holds anything else. */
function refuseForeignFolder(folder: string): void {
  if (!existsSync(folder) || readManifest(folder) !== undefined || readdirSync(folder).length === 0) return;
  throw new ForeignFolderError(
    `${folder} holds files that this generator did not write; name a folder that is empty or does not exist`,
  );
}

function writeFiles(season: Season, folder: string): void {
  mkdirSync(join(folder, 'games', season.name), { recursive: true });
  writeFileSync(join(folder, 'seed.sql'), seedScript(rowsOf(season)));
  for (const game of season.games) writeFileSync(join(folder, boxScoreKey(game)), `${JSON.stringify(boxScoreOf(game))}\n`);
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Puts the finished folder in its place. When another run has put the same season there meanwhile, that one stays: somebody may read it. */
function moveIntoPlace(finished: string, folder: string, seed: number): void {
  for (let attempt = 1; present(folder, seed) === undefined; attempt++) {
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(finished, folder);
      return;
    } catch (error) {
      if (attempt === 3 || (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST')) throw error;
    }
  }
}

/**
 * Generates the season of a seed into a folder, which then holds nothing else. Does nothing when it already holds the same seed from the same
 * version of the generator. The folder appears whole or not at all. Throws `ForeignFolderError` when it holds files of another kind.
 */
export function writeSeason(out: string, seed: number): WrittenSeason {
  const folder = resolve(out);
  const existing = present(folder, seed);
  if (existing !== undefined) return { manifest: existing, written: false };
  refuseForeignFolder(folder);
  const season = createSeason(seed);
  const statLines = season.games.reduce((sum, game) => sum + game.home.lines.length + game.away.lines.length, 0);
  const manifest = { generator: GENERATOR_VERSION, seed, season: season.name, games: season.games.length, stat_lines: statLines };
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = `${folder}.${randomUUID()}.tmp`;
  try {
    writeFiles(season, temporary);
    writeFileSync(join(temporary, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
    moveIntoPlace(temporary, folder, seed);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return { manifest, written: true };
}

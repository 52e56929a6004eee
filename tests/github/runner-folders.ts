import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** The files by which an action talks to the runner. */
export interface RunnerFiles {
  readonly output: string;
  readonly env: string;
  readonly state: string;
  readonly path: string;
  readonly summary: string;
}

/** Where a step runs: everything in one temporary folder. */
export interface RunnerFolders {
  readonly workspace: string;
  readonly home: string;
  /** TMPDIR. */
  readonly temporary: string;
  readonly runnerTemp: string;
  readonly toolCache: string;
  readonly eventPath: string;
  readonly files: RunnerFiles;
  /** RUNNER_TRACKING_ID: unique to the step. */
  readonly trackingId: string;
  /** Files that the action left in its home, in TMPDIR and in RUNNER_TEMP, relative to the folder of all. */
  leftovers(): Promise<string[]>;
  remove(): Promise<void>;
}

/** Makes the folders as the runner lays them out, the files by which the action talks, and the event. */
export async function createRunnerFolders(options: {
  readonly repository: string;
  readonly payload: unknown;
  /** A folder of the caller's own, which stays; a new and empty one when not said. */
  readonly workspace: string | undefined;
}): Promise<RunnerFolders> {
  const root = await mkdtemp(join(tmpdir(), 'shotclock-runner-'));
  const name = options.repository.split('/')[1] ?? 'repository';
  const runnerTemp = join(root, 'work', '_temp');
  const workspace = options.workspace ?? join(root, 'work', name, name);
  const folders = { home: join(root, 'home'), temporary: join(root, 'tmp'), toolCache: join(root, 'toolcache') };
  const [commands, workflow] = [join(runnerTemp, '_runner_file_commands'), join(runnerTemp, '_github_workflow')];
  for (const folder of [workspace, ...Object.values(folders), commands, workflow]) await mkdir(folder, { recursive: true });
  const fileOf = (kind: string): string => join(commands, `${kind}_${randomUUID()}`);
  const files = {
    ...{ output: fileOf('set_output'), env: fileOf('set_env'), state: fileOf('save_state') },
    ...{ path: fileOf('add_path'), summary: fileOf('step_summary') },
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  const eventPath = join(workflow, 'event.json');
  await writeFile(eventPath, JSON.stringify(options.payload));
  const ours = new Set([...Object.values(files), eventPath]);
  return {
    ...folders,
    ...{ workspace, runnerTemp, eventPath, files, trackingId: `github_${randomUUID()}` },
    leftovers: async () => {
      const found = [folders.home, folders.temporary, runnerTemp].map((folder) => filesIn(folder));
      return (await Promise.all(found))
        .flat()
        .filter((path) => !ours.has(path))
        .map((path) => relative(root, path));
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}

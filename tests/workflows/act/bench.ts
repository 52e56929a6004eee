import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtimeToken } from '../../github/artifacts.ts';
import { git } from '../../github/git.ts';
import type { Grants, LoopbackGitHub } from '../../github/loopback.ts';
import { addPull, addWorkflowRun } from '../../github/seed.ts';
import { addRepository } from '../../github/state.ts';
import type { PullRequest, Repository, WorkflowRun } from '../../github/state.ts';
import { parseWorkflow } from '../parse-workflow.ts';
import { standInOf } from '../stand-ins/map.ts';
import { OWN_WORKFLOWS, ROOT } from '../workflow-files.ts';
import type { WorkflowFile } from '../workflow-files.ts';
import type { Event } from './events.ts';
import type { Project } from './project.ts';
import { SELF, rewriteForAct } from './rewrite.ts';
import { runAct } from './run-act.ts';
import type { ActRun } from './run-act.ts';

/** The repository in which workflows run. */
export const REPOSITORY = 'octo-org/scratch';
/** A fork of it. */
export const FORK = 'stranger/scratch';

/** Folders for act, and the actions as they ship. */
export interface ActBench {
  readonly work: string;
  readonly github: LoopbackGitHub;
}

/** A repository on the loopback GitHub with an open pull request whose benchmark is about to run. */
export interface Scene {
  readonly repository: Repository;
  readonly pull: PullRequest;
  readonly run: WorkflowRun;
}

/** Makes the folders. The actions are those of this repository as they are committed, bundles included. */
export function createActBench(github: LoopbackGitHub): ActBench {
  const work = mkdtempSync(join(tmpdir(), 'shotclock-act-'));
  for (const name of ['home', 'tmp', 'cache', 'self', 'projects']) mkdirSync(join(work, name));
  cpSync(join(ROOT, 'actions'), join(work, 'self', 'actions'), { recursive: true });
  // The bundle takes PostgreSQL from a package that it finds above itself, and otherwise installs it over the network.
  symlinkSync(join(ROOT, 'node_modules'), join(work, 'node_modules'));
  return { work, github };
}

/** Removes the folders. */
export function removeActBench({ work }: ActBench): void {
  rmSync(work, { recursive: true, force: true });
}

/** Forgets everything and publishes the project in a private repository, with a pull request from a branch of it or from a fork. */
export async function createScene({ github }: ActBench, project: Project, from: 'branch' | 'fork'): Promise<Scene> {
  github.reset();
  const repository = addRepository(github.state, REPOSITORY, { isPrivate: true });
  addRepository(github.state, FORK, { forkOf: REPOSITORY });
  const fetched = await git(repository, ['fetch', '--quiet', project.folder, 'HEAD:refs/pull/1/merge', 'HEAD:refs/heads/main']);
  if (fetched.code !== 0) throw new Error(fetched.stderr);
  const head = { headSha: project.head, headRepository: from === 'fork' ? FORK : REPOSITORY };
  const pull = addPull(github.state, repository, { ...head, headRef: 'faster' });
  const run = addWorkflowRun(github.state, repository, { ...head, name: 'benchmark', headBranch: 'faster' });
  return { repository, pull, run };
}

/** What is run in a scene. */
export interface Workflow {
  readonly project: Project;
  /** The file that the event starts; own `$/` references and called workflows are those of this repository. */
  readonly file: WorkflowFile;
  readonly event: Event;
  /** What the token of each job may do, by the job's id. */
  readonly grants: Readonly<Record<string, Grants>>;
  readonly runId: number;
  /** Gives act the file without writing out what it cannot do. */
  readonly asItStands?: boolean;
}

/** Runs a workflow with act against the loopback GitHub: this repository's own, or one that calls it from elsewhere. */
export async function runWorkflow({ work, github }: ActBench, workflow: Workflow): Promise<ActRun> {
  const { project, file, event, grants, runId, asItStands = false } = workflow;
  const tokenOf = (job: string): string => github.token({ repository: REPOSITORY, grants: grants[job] ?? {} });
  const self = join(work, 'self');
  for (const own of OWN_WORKFLOWS) write(self, { ...own, text: rewriteForAct(own, tokenOf) });
  write(project.folder, asItStands ? file : { ...file, text: rewriteForAct(file, tokenOf) });
  return await runAct({
    ...{ event, work, workflow: file.path, repository: project.folder },
    folders: { ...standIns(), [SELF]: self, 'shotclock/shotclock@v1': self },
    variables: { GITHUB_API_URL: github.apiUrl, GITHUB_REPOSITORY: REPOSITORY, GITHUB_RUN_ID: String(runId) },
    // Whatever is not given a job's own token can do nothing.
    token: github.token({ repository: REPOSITORY, grants: {} }),
    runtime: { url: github.resultsUrl, token: runtimeToken({ repository: REPOSITORY, runId, job: 'job' }) },
  });
}

/** Every third-party action that our workflows use, at the commit that they use, and what plays it. */
function standIns(): Record<string, string> {
  const uses = OWN_WORKFLOWS.flatMap((own) =>
    parseWorkflow(own).jobs.flatMap(({ steps }) => steps.map((step) => step.uses?.value ?? '')),
  );
  return Object.fromEntries(
    uses.flatMap((name) => {
      const folder = standInOf(name.replace(/@.*$/, ''));
      return folder === undefined ? [] : [[name, folder]];
    }),
  );
}

function write(folder: string, { path, text }: WorkflowFile): void {
  mkdirSync(join(folder, '.github', 'workflows'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

import { execFile } from 'node:child_process';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { promisify } from 'node:util';
import type { Plan } from '../config/plan.ts';
import type { RunDocument, ServiceInfo } from '../history/run-document.ts';
import type { Session } from './run-stages.ts';
import { SHOTCLOCK_VERSION } from '../core/version.ts';

const run = promisify(execFile);
const GIT_TIMEOUT_MS = 10_000;

/** Which commit the working folder stands on; nulls where it is no git repository or git is missing. */
export interface GitFacts {
  readonly commit: string | null;
  readonly branch: string | null;
  readonly dirty: boolean;
}

/** Asks git about a folder. */
export async function gitFacts(folder: string): Promise<GitFacts> {
  const git = async (...args: string[]): Promise<string | null> => {
    try {
      const { stdout } = await run('git', ['-C', folder, ...args], { timeout: GIT_TIMEOUT_MS });
      return stdout.trim();
    } catch {
      // No git, no repository or no commit yet: all mean that the run belongs to no commit.
      return null;
    }
  };
  const [commit, branch, status] = await Promise.all([
    git('rev-parse', '--verify', 'HEAD'),
    git('symbolic-ref', '--short', '-q', 'HEAD'),
    git('status', '--porcelain', '--untracked-files=no'),
  ]);
  return { commit, branch, dirty: (status ?? '') !== '' };
}

/** The machine, and every service with its version as far as it told. */
export function describeEnvironment(
  { measurement: { plan }, system, versions }: Pick<Session, 'measurement' | 'system' | 'versions'>,
  env: Readonly<Record<string, string | undefined>>,
): RunDocument['environment'] {
  const versionOf = (name: string): string | undefined => system.info[name]?.version ?? versions.get(name);
  const image = [env['ImageOS'], env['ImageVersion']].filter((part) => part !== undefined).join(' ');
  return {
    cpuModel: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    platform: `${platform()} ${arch()}`,
    kernel: release(),
    node: process.version,
    shotclock: SHOTCLOCK_VERSION,
    runnerImage: image === '' ? null : image,
    services: { ...describeServices(plan, versionOf), ...describeProcesses(plan, versionOf) },
  };
}

type VersionOf = (name: string) => string | undefined;

function describeServices(plan: Plan, versionOf: VersionOf): Record<string, ServiceInfo> {
  const describe = (service: Plan['services'][string]): ServiceInfo => {
    const version = versionOf(service.name);
    const detail =
      service.type === 'openai' || service.type === 'anthropic'
        ? `${service.provider} ${service.model}${service.mode === 'simulated' ? `, profile ${service.simulation.profile}` : ''}`
        : undefined;
    return {
      type: service.type,
      mode: service.mode,
      ...(version === undefined ? {} : { version }),
      ...(detail === undefined ? {} : { detail }),
    };
  };
  return Object.fromEntries(Object.values(plan.services).map((service) => [service.name, describe(service)]));
}

function describeProcesses(plan: Plan, versionOf: VersionOf): Record<string, ServiceInfo> {
  return Object.fromEntries(
    Object.values(plan.system.processes).map(({ name, mcp }) => {
      const version = versionOf(name);
      const type = mcp === undefined ? 'http' : 'mcp';
      return [name, { type, mode: 'process' as const, ...(version === undefined ? {} : { version }) }];
    }),
  );
}

/** `system:` -> SystemPlan. */
import { absolute, checkCommand, milliseconds, texts, type BuildContext } from './build-context.ts';
import { suggestion } from '../core/nearest.ts';
import type { ProcessPlan, Readiness, SystemPlan } from './plan.ts';
import type { Path } from './problems.ts';
import type { ProcessFile, SystemFile } from './schema-system.ts';

/** Builds the system; reports what does not go together. */
export function buildSystem(system: SystemFile, context: BuildContext): SystemPlan {
  const processes = Object.entries(system.processes).map(([name, file]) => [name, buildProcess(name, file, context)] as const);
  checkCircles(system.processes, context);
  checkPorts(system.processes, context);
  return { name: system.name, prepare: buildPrepare(system, context), processes: Object.fromEntries(processes) };
}

function buildPrepare({ install, prepare = [] }: SystemFile, context: BuildContext): string[] {
  const commands: { readonly command: string; readonly path: Path }[] = [];
  if (install !== undefined) commands.push({ command: install, path: ['system', 'install'] });
  if (typeof prepare === 'string') commands.push({ command: prepare, path: ['system', 'prepare'] });
  else commands.push(...prepare.map((command, index) => ({ command, path: ['system', 'prepare', index] })));
  for (const { command, path } of commands) checkCommand(command, path, context);
  return commands.map(({ command }) => command);
}

function buildProcess(name: string, file: ProcessFile, context: BuildContext): ProcessPlan {
  const path = ['system', 'processes', name];
  checkCommand(file.run, [...path, 'run'], context);
  checkNeeds(name, file.needs, context);
  const ready = file.ready === undefined ? undefined : buildReadiness(file.ready, [...path, 'ready'], context);
  return {
    name,
    run: file.run,
    cwd: absolute(file.cwd, context),
    env: texts(file.env, [...path, 'env'], context),
    ...(file.port === undefined ? {} : { port: file.port }),
    ...(ready === undefined ? {} : { ready }),
    readyTimeoutMs: milliseconds(file.ready_timeout, [...path, 'ready_timeout'], context),
    stopTimeoutMs: milliseconds(file.stop_timeout, [...path, 'stop_timeout'], context),
    needs: file.needs,
    ...(file.mcp === undefined ? {} : { mcp: file.mcp }),
  };
}

function buildReadiness(ready: NonNullable<ProcessFile['ready']>, path: Path, context: BuildContext): Readiness | undefined {
  const given = Object.keys(ready);
  if (given.length !== 1) {
    const what = given.length === 0 ? 'empty' : `${given.join(' and ')} given together`;
    context.report(path, `${what}; expected exactly one of http, tcp and log, for example ready: { http: /readyz }`);
    return undefined;
  }
  if (ready.http !== undefined) return { http: ready.http };
  if (ready.log === undefined) return { tcp: true };
  try {
    return { log: new RegExp(ready.log, 'u').source };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.report([...path, 'log'], 'not a regular expression (JavaScript, with the u flag), for example "listening on .*"');
    return undefined;
  }
}

function checkNeeds(name: string, needs: readonly string[], context: BuildContext): void {
  const processes = [...context.targets].filter(([, target]) => target.kind === 'process').map(([other]) => other);
  needs.forEach((need, index) => {
    const path = ['system', 'processes', name, 'needs', index];
    const kind = context.targets.get(need)?.kind;
    if (kind === 'service') context.report(path, `"${need}" is a service; services are always ready first, so leave it out`);
    else if (need === name) context.report(path, 'a process cannot need itself; leave it out');
    else if (kind === undefined)
      context.report(
        path,
        `no process has this name${suggestion(
          need,
          processes.filter((other) => other !== name),
        )}`,
      );
  });
}

/** One report for each circle, at the process that stands first in the file. */
function checkCircles(processes: Readonly<Record<string, ProcessFile>>, context: BuildContext): void {
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    const start = trail.indexOf(name);
    if (start !== -1) {
      const circle = [...trail.slice(start), name];
      if (circle.length > 2)
        context.report(
          ['system', 'processes', circle[0] ?? name, 'needs'],
          `a circle: ${circle.join(' needs ')}; take one of them out`,
        );
      return;
    }
    if (done.has(name)) return;
    for (const need of Object.hasOwn(processes, name) ? (processes[name]?.needs ?? []) : []) visit(need, [...trail, name]);
    done.add(name);
  };
  for (const name of Object.keys(processes)) visit(name, []);
}

function checkPorts(processes: Readonly<Record<string, ProcessFile>>, context: BuildContext): void {
  const owners = new Map<number, string>();
  for (const [name, { port }] of Object.entries(processes)) {
    if (port === undefined) continue;
    const owner = owners.get(port);
    if (owner === undefined) owners.set(port, name);
    else
      context.report(
        ['system', 'processes', name, 'port'],
        `${owner} listens on ${port} already; choose another, or leave it out to get a free one`,
      );
  }
}

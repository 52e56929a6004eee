import type { HttpService, McpService, ServicePlan } from '../config/plan.ts';
import { UsageError } from '../core/errors.ts';
import { startModel } from './model-simulator.ts';
import { startObjectStore } from './object-store.ts';
import { startPostgres } from './postgres.ts';
import type { References } from './references.ts';
import type { RunContext, StartedService } from './run-context.ts';
import type { Endpoint } from './running-system.ts';

/** A service that is started or checked before any process runs. */
export type BackingService = Exclude<ServicePlan, McpService | HttpService>;

/** Whether a service is one of those, and not an endpoint that is only named. */
export function isBackingService(service: ServicePlan): service is BackingService {
  return service.type !== 'mcp' && service.type !== 'http';
}

/** Makes a service usable, by its type. */
export async function startService(service: BackingService, context: RunContext): Promise<StartedService> {
  switch (service.type) {
    case 'postgres':
      return startPostgres(service, context);
    case 's3':
      return startObjectStore(service, context);
    case 'openai':
    case 'anthropic':
      return startModel(service, context);
  }
}

/** The endpoint of an MCP server or HTTP service that the plan names; nothing is started. Throws UsageError on an unknown reference. */
export function namedEndpoint(service: McpService | HttpService, references: References): Endpoint {
  if (service.type === 'http') return { type: 'http', url: service.url, headers: service.headers };
  if (service.url !== undefined) return { type: 'mcp', transport: 'http', url: service.url, headers: service.headers };
  if (service.run === undefined) throw new UsageError(`services.${service.name} needs a url, or a command to run.`);
  const env = references.resolveAll(service.env);
  return { type: 'mcp', transport: 'stdio', run: service.run, cwd: service.cwd, env };
}

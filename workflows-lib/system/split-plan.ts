import type { ModelService, Plan, PostgresService, ProcessPlan, S3Service, ServicePlan } from '../config/plan.ts';
import { isBackingService, type BackingService } from './service.ts';
import type { Endpoint, RunningSystem } from './running-system.ts';

/**
 * The services of a plan alone, without prepare commands and processes, so that processes can be started on them again and again. What is
 * only named (MCP servers, HTTP endpoints) may refer to processes and stays with them.
 */
export function servicesOnly(plan: Plan): Plan {
  const backing = Object.values(plan.services).filter(isBackingService);
  return { ...plan, system: { ...plan.system, prepare: [], processes: {} }, services: byName(backing) };
}

/**
 * The processes of a plan on services that already run: whatever `services` has started is used as somebody else's, with the same addresses,
 * passwords and keys, and is not seeded again. Nothing is prepared. A service that does not run there stays as the plan has it. Every process
 * gets a free port, told by PORT, so that several copies can run at once, even where the plan names one.
 */
export function processesOn(plan: Plan, services: Pick<RunningSystem, 'endpoints'>): Plan {
  const used = Object.values(plan.services).map((service) => {
    const endpoint = services.endpoints[service.name];
    return endpoint !== undefined && isBackingService(service) ? runningService(service, endpoint) : service;
  });
  const processes = Object.values(plan.system.processes).map(withoutPort);
  return { ...plan, system: { ...plan.system, prepare: [], processes: byName(processes) }, services: byName(used) };
}

function withoutPort(process: ProcessPlan): ProcessPlan {
  const { port, ...rest } = process;
  return port === undefined ? process : rest;
}

function runningService(service: BackingService, endpoint: Endpoint): ServicePlan {
  switch (service.type) {
    case 'postgres':
      return endpoint.type === 'postgres' ? runningPostgres(service, endpoint) : service;
    case 's3':
      return endpoint.type === 's3' ? runningStore(service, endpoint) : service;
    case 'openai':
    case 'anthropic':
      return endpoint.type === service.type ? runningModel(service, endpoint) : service;
  }
}

type EndpointOf<T extends Endpoint['type']> = Extract<Endpoint, { readonly type: T }>;

function runningPostgres(service: PostgresService, { url, roles }: EndpointOf<'postgres'>): PostgresService {
  return { ...service, mode: 'external', url, roles, seed: [], settings: {} };
}

function runningStore(service: S3Service, endpoint: EndpointOf<'s3'>): S3Service {
  const { seed, ...rest } = service;
  const { bucket, region, accessKeyId, secretAccessKey } = endpoint;
  const address = { endpoint: endpoint.endpoint, bucket, region, accessKeyId, secretAccessKey };
  return { ...(seed === undefined ? service : rest), mode: 'external', ...address };
}

function runningModel(service: ModelService, { baseUrl, apiKey }: EndpointOf<'openai' | 'anthropic'>): ModelService {
  return { ...service, mode: 'external', baseUrl, apiKey };
}

function byName<T extends { readonly name: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.name, item]));
}

import { resolveReferences } from '../config/references.ts';
import { UsageError } from '../core/errors.ts';
import type { Endpoint } from './running-system.ts';

/** What `${...}` in commands and environments stands for while the system runs. */
export interface References {
  /** Adds what a service offers: `services.database.url` and the like. */
  addService(name: string, endpoint: Endpoint): void;
  /** Adds where a process listens. */
  addProcess(name: string, port: number): void;
  /** The text with all references replaced. Throws UsageError that lists what exists when one is unknown. */
  resolve(text: string): string;
  /** The same for every value. */
  resolveAll(values: Readonly<Record<string, string>>): Record<string, string>;
}

/** References of a run; at first only `run.seed` is known. */
export function createReferences(seed: string): References {
  const known = new Map([['run.seed', seed]]);
  const lookup = (reference: string): string => {
    const value = known.get(reference);
    if (value !== undefined) return value;
    throw new UsageError(`\${${reference}} does not exist. There are: ${[...known.keys()].sort().join(', ')}.`);
  };
  const resolve = (text: string): string => resolveReferences(text, lookup);
  return {
    addService: (name, endpoint) => {
      for (const [field, value] of fieldsOf(endpoint)) known.set(`services.${name}.${field}`, value);
    },
    addProcess: (name, port) => {
      known.set(`processes.${name}.url`, `http://127.0.0.1:${port}`).set(`processes.${name}.port`, String(port));
    },
    resolve,
    resolveAll: (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, resolve(value)])),
  };
}

type Fields = readonly (readonly [field: string, value: string])[];

function fieldsOf(endpoint: Endpoint): Fields {
  switch (endpoint.type) {
    case 'postgres':
      return [...postgresFields(endpoint.url), ...roleFields(endpoint.roles)];
    case 's3':
      return [
        ['endpoint', endpoint.endpoint],
        ['bucket', endpoint.bucket],
        ['region', endpoint.region],
        ['access_key_id', endpoint.accessKeyId],
        ['secret_access_key', endpoint.secretAccessKey],
      ];
    case 'openai':
    case 'anthropic':
      return [
        ['base_url', endpoint.baseUrl],
        ['api_key', endpoint.apiKey],
        ['model', endpoint.model],
        ['provider', endpoint.provider],
      ];
    case 'mcp':
      return endpoint.transport === 'http' ? [['url', endpoint.url]] : [];
    case 'http':
      return [['url', endpoint.url]];
  }
}

/** `roles.reader` is the URL to log in with as that role. */
function roleFields(roles: Readonly<Record<string, string>>): Fields {
  return Object.entries(roles).map(([role, url]) => [`roles.${role}`, url]);
}

function postgresFields(url: string): Fields {
  const { hostname, port, username, password, pathname } = new URL(url);
  return [
    ['url', url],
    ['host', hostname],
    ['port', port === '' ? '5432' : port],
    ['user', decodeURIComponent(username)],
    ['password', decodeURIComponent(password)],
    ['database', decodeURIComponent(pathname.slice(1))],
  ];
}

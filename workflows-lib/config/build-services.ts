/** `services:` -> ServicePlan by name. */
import { HTTP_ADDRESS, MODEL_ADDRESS, POSTGRES_ADDRESS, S3_ADDRESS, readAddress, type AddressRule } from './address.ts';
import { absolute, checkCommand, texts, type BuildContext } from './build-context.ts';

import type {
  HttpService,
  McpService,
  ModelService,
  PostgresService,
  S3Service,
  ServicePlan,
  SimulatedFault,
  Simulation,
} from './plan.ts';
import type { Path } from './problems.ts';
import type { HttpFile, McpFile, ModelFile, PostgresFile, S3File, ServiceFile } from './schema-services.ts';

interface Place {
  readonly name: string;
  readonly path: Path;
  readonly context: BuildContext;
  /** Seed of the plan. */
  readonly seed: string;
}

/** Builds all services; reports what does not go together. */
export function buildServices(
  services: Readonly<Record<string, ServiceFile>>,
  seed: string,
  context: BuildContext,
): Record<string, ServicePlan> {
  return Object.fromEntries(
    Object.entries(services).map(([name, file]) => [name, buildService(file, { name, path: ['services', name], context, seed })]),
  );
}

function buildService(file: ServiceFile, place: Place): ServicePlan {
  if (file.type === 'postgres') return buildPostgres(file, place);
  if (file.type === 's3') return buildS3(file, place);
  if (file.type === 'mcp') return buildMcp(file, place);
  if (file.type === 'http') return buildHttp(file, place);
  return buildModel(file, place);
}

function buildPostgres(file: PostgresFile, place: Place): PostgresService {
  const url = addressAt('url', file.url, { rule: POSTGRES_ADDRESS, place });
  return {
    name: place.name,
    type: 'postgres',
    mode: url === undefined ? 'embedded' : 'external',
    ...(url === undefined ? {} : { url }),
    seed: (file.seed ?? []).map((seed) => absolute(seed, place.context)),
    roles: buildRoles(file.roles, url !== undefined, place),
    settings: texts(file.settings, [...place.path, 'settings'], place.context),
  };
}

/** Either we set passwords and addresses of a database and its roles, or none of them. */
function buildRoles(roles: PostgresFile['roles'], external: boolean, { name, path, context }: Place): PostgresService['roles'] {
  const urls = Object.entries(roles).map(([role, text]) => {
    const report = (message: string): void => {
      context.report([...path, 'roles', role], message);
    };
    const url = readAddress(text, POSTGRES_ADDRESS, report);
    if (url === undefined && external)
      report(`${name} is reached by URL, so its roles need URLs too: postgres://${role}:password@host:5432/database`);
    if (url !== undefined && !external)
      report(`${name} is embedded, so its roles are too; write "embedded", or give ${name} a url`);
    return [role, url] as const;
  });
  return Object.fromEntries(urls);
}

function addressAt(key: string, text: string, { rule, place }: { rule: AddressRule; place: Place }): string | undefined {
  return readAddress(text, rule, (message) => {
    place.context.report([...place.path, key], message);
  });
}

function buildS3(file: S3File, place: Place): S3Service {
  const { name, path, context } = place;
  const endpoint = addressAt('endpoint', file.endpoint, { rule: S3_ADDRESS, place });
  const keys = s3Keys(file, endpoint !== undefined, context);
  if (endpoint !== undefined && (keys.accessKeyId === undefined || keys.secretAccessKey === undefined)) {
    const mend =
      'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give access_key_id: "${NAME}" and secret_access_key: "${NAME}"';
    context.report(path, `a real endpoint needs an access key; ${mend}`, 'key');
  }
  return {
    name,
    type: 's3',
    mode: endpoint === undefined ? 'embedded' : 'external',
    ...(endpoint === undefined ? {} : { endpoint }),
    bucket: file.bucket,
    region: file.region,
    ...(keys.accessKeyId === undefined ? {} : { accessKeyId: keys.accessKeyId }),
    ...(keys.secretAccessKey === undefined ? {} : { secretAccessKey: keys.secretAccessKey }),
    ...(file.seed === undefined ? {} : { seed: absolute(file.seed, context) }),
  };
}

/** The keys of the file, or those that every AWS tool reads from the environment; never one of each. What we start gets no real keys. */
function s3Keys(
  file: S3File,
  real: boolean,
  context: BuildContext,
): { accessKeyId: string | undefined; secretAccessKey: string | undefined } {
  if (!real) return { accessKeyId: undefined, secretAccessKey: undefined };
  const given = { accessKeyId: filled(file.access_key_id), secretAccessKey: filled(file.secret_access_key) };
  if (given.accessKeyId !== undefined || given.secretAccessKey !== undefined) return given;
  return { accessKeyId: filled(context.env['AWS_ACCESS_KEY_ID']), secretAccessKey: filled(context.env['AWS_SECRET_ACCESS_KEY']) };
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

function buildModel(file: ModelFile, place: Place): ModelService {
  const { name, path, context } = place;
  const baseUrl = addressAt('base_url', file.base_url, { rule: MODEL_ADDRESS, place });
  const recording = file.recording === undefined ? undefined : absolute(file.recording, context);
  const replayed = file.base_url === 'replayed';
  if (replayed) checkRecording(file.recording, recording, place);
  // What we start gets no real key.
  const apiKey = baseUrl === undefined ? undefined : filled(file.api_key);
  if (baseUrl !== undefined && apiKey === undefined) {
    const mend = `give api_key: "\${${name.toUpperCase()}_API_KEY}" and set that variable (to any text where the endpoint asks for no key)`;
    context.report(path, `a real endpoint needs a key; ${mend}`, 'key');
  }
  return {
    name,
    type: file.type,
    mode: baseUrl !== undefined ? 'external' : replayed ? 'replayed' : 'simulated',
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(recording === undefined ? {} : { recording }),
    model: file.model,
    provider: file.provider ?? defaultProvider(file),
    simulation: buildSimulation(file.simulation, place),
  };
}

function checkRecording(written: string | undefined, path: string | undefined, { name, path: place, context }: Place): void {
  const make = `shotclock providers record --service ${name}`;
  if (path === undefined) {
    context.report([...place, 'base_url'], `replayed needs recording: FILE, a file that "${make}" made`);
  } else if (!context.isFile(path)) {
    context.report([...place, 'recording'], `there is no file ${written ?? path}; make it with "${make}"`);
  }
}

function defaultProvider({ type, model }: ModelFile): string {
  return type === 'openai' && model.startsWith('deepseek') ? 'deepseek' : type;
}

function buildSimulation({ profile, seed, answers, faults }: ModelFile['simulation'], place: Place): Simulation {
  const shares = Object.entries(faults).filter((fault): fault is [SimulatedFault, number] => fault[1] !== undefined);
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  // Shares such as 0.1 add up to a little more than 1 in binary.
  if (total > 1 + 1e-9)
    place.context.report([...place.path, 'simulation', 'faults'], 'the shares add up to more than 1; lower them');
  return {
    profile,
    seed: seed ?? place.seed,
    ...(answers === undefined ? {} : { answers: absolute(answers, place.context) }),
    faults: Object.fromEntries(shares),
  };
}

function buildMcp(file: McpFile, place: Place): McpService {
  const { name, path, context } = place;
  if ((file.url === undefined) === (file.run === undefined)) {
    const what = file.url === undefined ? 'neither url nor run given' : 'url and run given together';
    context.report(path, `${what}; expected one of them: url: https://host/mcp, or run: npx my-mcp-server`, 'key');
  }
  if (file.url !== undefined) addressAt('url', file.url, { rule: HTTP_ADDRESS, place });
  if (file.run !== undefined) checkCommand(file.run, [...path, 'run'], context);
  const strangers = file.run === undefined ? (['cwd', 'env'] as const) : (['headers'] as const);
  for (const key of strangers) {
    if (file[key] !== undefined)
      context.report([...path, key], `goes with ${key === 'headers' ? 'url' : 'run'} only; leave it out`, 'key');
  }
  return {
    name,
    type: 'mcp',
    mode: file.url === undefined ? 'embedded' : 'external',
    ...(file.url === undefined ? {} : { url: file.url }),
    ...(file.run === undefined ? {} : { run: file.run }),
    cwd: absolute(file.cwd, context),
    env: texts(file.env, [...path, 'env'], context),
    headers: texts(file.headers, [...path, 'headers'], context),
  };
}

function buildHttp(file: HttpFile, place: Place): HttpService {
  addressAt('url', file.url, { rule: HTTP_ADDRESS, place });
  const headers = texts(file.headers, [...place.path, 'headers'], place.context);
  return { name: place.name, type: 'http', mode: 'external', url: file.url, headers };
}

import { spawn } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '../../workflows-lib/core/error-code.ts';
import type { Bench } from './bench.ts';
import { ensureGitFolder } from './git.ts';
import { allows, type Identity } from './grants.ts';
import type { RawExchange } from './router.ts';
import type { Repository } from './state.ts';

/**
 * Registers git over smart HTTP (gitprotocol-http(5)): `git http-backend` as a CGI, with packs streamed through both ways. Fetching needs
 * `contents: read`, pushing `contents: write`; without a token only public repositories can be fetched. A token of a job needs the grant
 * for a public repository too: GitHub is laxer there, but a workflow that relies on it fails in a private one.
 */
export function registerGit(bench: Bench): void {
  const routes = [
    ['GET', '/{owner}/{name}/info/refs'],
    ['POST', '/{owner}/{name}/git-upload-pack'],
    ['POST', '/{owner}/{name}/git-receive-pack'],
  ] as const;
  for (const [method, pattern] of routes) bench.router.raw(method, pattern, (exchange) => serveGit(bench, exchange));
}

async function serveGit(bench: Bench, exchange: RawExchange): Promise<void> {
  const service = serviceOf(exchange.url);
  const name = `${exchange.params['owner'] ?? ''}/${(exchange.params['name'] ?? '').replace(/\.git$/, '')}`;
  const repository = bench.state.repositories.get(name);
  const { authorization } = exchange.request.headers;
  const identity = bench.tokens.identify(authorization);
  if (service === undefined) bench.violation(`git: ${exchange.url.pathname} was asked for no service of smart HTTP`);
  const refusal = judge({ name, repository, identity, service, anonymous: authorization === undefined });
  if (refusal !== undefined) refuse(exchange, refusal);
  else if (repository !== undefined) await runBackend(exchange, repository, identity?.login ?? '');
}

type Service = 'git-upload-pack' | 'git-receive-pack';

function serviceOf(url: URL): Service | undefined {
  const name = url.pathname.endsWith('/info/refs') ? url.searchParams.get('service') : url.pathname.split('/').at(-1);
  return name === 'git-upload-pack' || name === 'git-receive-pack' ? name : undefined;
}

interface Request {
  readonly name: string;
  readonly repository: Repository | undefined;
  readonly identity: Identity | undefined;
  readonly service: Service | undefined;
  readonly anonymous: boolean;
}

interface Refusal {
  readonly status: 401 | 403 | 404;
  readonly message: string;
}

/** GitHub's answers: 401 asks for credentials, 404 hides what the token may not know of, 403 names what was denied. */
function judge({ name, repository, identity, service, anonymous }: Request): Refusal | undefined {
  const pushes = service === 'git-receive-pack';
  if (anonymous && !pushes && repository?.private === false) return undefined;
  if (identity === undefined) return { status: 401, message: anonymous ? 'No credentials given.' : 'Invalid username or token.' };
  if (service === undefined || repository === undefined) return { status: 404, message: 'Repository not found.' };
  const foreign = identity.repository !== name;
  if (foreign && repository.private) return { status: 404, message: 'Repository not found.' };
  if (pushes && (foreign || !allows(identity.grants, ['contents=write'])))
    return { status: 403, message: `Permission to ${name}.git denied to ${identity.login}.` };
  if (!foreign && !allows(identity.grants, ['contents=read']))
    return { status: 403, message: 'Write access to repository not granted.' };
  return undefined;
}

function refuse({ request, response }: RawExchange, { status, message }: Refusal): void {
  request.resume();
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {};
  // Git shows the lines of a plain-text refusal as `remote: …`.
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...challenge }).end(`${message}\n`);
}

/** Runs the CGI (RFC 3875). It ends with the connection: whoever hangs up leaves no process behind. */
async function runBackend({ request, response, url }: RawExchange, repository: Repository, login: string): Promise<void> {
  const folder = await ensureGitFolder(repository);
  const path = url.pathname.replace(/^\/[^/]+\/[^/]+/, '');
  const header = (name: string): string => String(request.headers[name] ?? '');
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'] ?? '',
      ...{ HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
      ...{ GIT_PROJECT_ROOT: folder, GIT_HTTP_EXPORT_ALL: '1', PATH_INFO: path, GIT_PROTOCOL: header('git-protocol') },
      ...{ REQUEST_METHOD: request.method, QUERY_STRING: url.search.slice(1), REMOTE_ADDR: '127.0.0.1', REMOTE_USER: login },
      ...{ CONTENT_TYPE: header('content-type'), HTTP_CONTENT_ENCODING: header('content-encoding') },
      // Absent for a chunked body, which git then reads to its end.
      ...(request.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: request.headers['content-length'] }),
    },
  });
  response.once('close', () => child.kill('SIGKILL'));
  // Git may answer and end before it has read everything.
  child.stdin.on('error', () => undefined);
  request.pipe(child.stdin);
  await Promise.all([relay(child.stdout, response), new Promise((resolve) => child.once('close', resolve))]);
}

/** Turns the CGI's output into an answer: the head as soon as it is whole, the rest as it comes. */
async function relay(output: Readable, response: ServerResponse): Promise<void> {
  const withoutHead = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let head = Buffer.alloc(0);
    for await (const chunk of source) {
      if (response.headersSent) {
        yield chunk;
        continue;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) continue;
      writeHead(response, head.toString('latin1', 0, end));
      yield head.subarray(end + 4);
    }
    if (!response.headersSent) response.writeHead(502);
  };
  await pipeline(output, withoutHead, response).catch((error: unknown) => {
    // Whoever hung up wants no answer; anything else is a mistake here.
    if (errorCode(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

function writeHead(response: ServerResponse, text: string): void {
  const fields = text.split('\r\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const status = fields.find(([name]) => name.toLowerCase() === 'status')?.[1] ?? '200';
  const headers = Object.fromEntries(fields.filter(([name]) => name.toLowerCase() !== 'status'));
  response.writeHead(Number.parseInt(status, 10), headers);
}

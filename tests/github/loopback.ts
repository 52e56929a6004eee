import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerArtifacts } from './artifacts.ts';
import type { Bench } from './bench.ts';
import type { LoopbackGitHub, RecordedRequest } from './contract.ts';
import { createFaults } from './faults.ts';
import { registerGit } from './git-http.ts';
import { createTokens } from './grants.ts';
import { registerOidc } from './oidc.ts';
import { registerRest } from './routes/register.ts';
import { API_PREFIX, createRouter } from './router.ts';
import { serve } from './serve.ts';
import { createLinkSigner } from './signed-link.ts';
import { addRepository, clearState, createState } from './state.ts';

export type { Fault, Grants, LoopbackGitHub, Permission, RecordedRequest, TokenOptions } from './contract.ts';

/** Starts a GitHub on a free port of 127.0.0.1. Closing it drops every connection and removes its git folders. */
export async function startLoopbackGitHub(): Promise<LoopbackGitHub> {
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const faults = createFaults();
  const bench = createBench((text) => violations.push(text));
  for (const register of [registerRest, registerArtifacts, registerOidc, registerGit]) register(bench);
  const { origin, close } = await listen(serve({ bench: bench, faults, requests }));
  bench.listensAt(origin);
  return {
    url: origin,
    apiUrl: origin + API_PREFIX,
    resultsUrl: `${origin}/`,
    gitUrl: (repository) => `${origin}/${repository}.git`,
    state: bench.state,
    requests,
    violations,
    token: (options) => {
      addRepository(bench.state, options.repository);
      return bench.tokens.give(options);
    },
    identify: (token) => bench.tokens.identify(`Bearer ${token}`),
    misbehave: (fault) => {
      faults.add(fault);
    },
    reset: () => {
      clearState(bench.state);
      bench.tokens.clear();
      faults.clear();
      requests.length = 0;
      violations.length = 0;
    },
    close: async () => {
      await close();
      rmSync(bench.state.gitRoot, { recursive: true, force: true });
    },
  };
}

function createBench(violation: (text: string) => void): Bench & { listensAt(origin: string): void } {
  let address = '';
  const origin = (): string => address;
  return {
    state: createState(mkdtempSync(join(tmpdir(), 'loopback-github-'))),
    router: createRouter(),
    tokens: createTokens(),
    links: createLinkSigner(origin, randomBytes(32)),
    origin,
    violation,
    listensAt: (value) => {
      address = value;
    },
  };
}

async function listen(
  handler: Parameters<typeof createServer>[1],
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer({ keepAliveTimeout: 5_000 }, handler);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}

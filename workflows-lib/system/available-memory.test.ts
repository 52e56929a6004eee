import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { totalmem, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { readAvailableMemory } from './available-memory.ts';

const GIB = 2 ** 30;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-test-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function available(files: Readonly<Record<string, string>>): Promise<number> {
  const all = { 'proc/meminfo': `MemTotal: 9 kB\nMemFree: 1 kB\nMemAvailable:    ${8 * 1024 * 1024} kB\n`, ...files };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return readAvailableMemory({ proc: join(folder, 'proc'), cgroup: join(folder, 'cgroup') });
}

test('without a control group it is what the machine has available', async () => {
  expect(await available({})).toBe(8 * GIB);
});

test('a group above our own limits it, and idle file pages do not count as used', async () => {
  const files = {
    'proc/self/cgroup': '0::/job/step\n',
    'cgroup/job/step/memory.max': 'max\n',
    'cgroup/job/step/memory.current': String(GIB),
    'cgroup/job/memory.max': String(4 * GIB),
    'cgroup/job/memory.current': String(3 * GIB),
    'cgroup/job/memory.stat': `anon 1\ninactive_file ${GIB}\nactive_file 7\n`,
  };
  expect(await available(files)).toBe(2 * GIB);
});

test('in a container the limit stands at the root', async () => {
  const files = {
    'proc/self/cgroup': '0::/\n',
    'cgroup/memory.max': `${2 * GIB}\n`,
    'cgroup/memory.current': `${GIB / 2}\n`,
  };
  expect(await available(files)).toBe(1.5 * GIB);
});

test('version 1 is read as well, also where the path is the one of the host', async () => {
  const files = {
    'proc/self/cgroup': '12:cpu:/x\n5:hugetlb,memory:/docker/abc\n',
    'cgroup/memory/memory.limit_in_bytes': `${3 * GIB}\n`,
    'cgroup/memory/memory.usage_in_bytes': `${2 * GIB}\n`,
    'cgroup/memory/memory.stat': `inactive_file 1\ntotal_inactive_file ${GIB / 4}\n`,
  };
  expect(await available(files)).toBe(1.25 * GIB);
});

test('no limit of version 1 is none, and a group that is over its limit leaves nothing', async () => {
  const group = { 'proc/self/cgroup': '5:memory:/\n', 'cgroup/memory/memory.usage_in_bytes': `${2 * GIB}` };
  expect(await available({ ...group, 'cgroup/memory/memory.limit_in_bytes': '9223372036854771712\n' })).toBe(8 * GIB);
  expect(await available({ ...group, 'cgroup/memory/memory.limit_in_bytes': `${GIB}` })).toBe(0);
});

test('of this machine it is more than nothing and less than all', async () => {
  const bytes = await readAvailableMemory();
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(totalmem());
});

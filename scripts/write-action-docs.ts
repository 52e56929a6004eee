/** Renews what READMEs say about actions from their declarations: the tables of inputs and outputs, and the table of actions at the root. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { actionsTable, fillActionReadme, fillMark } from '../workflows-lib/action/action-docs.ts';
import { ACTIONS } from '../workflows-lib/action/actions.ts';

const root = new URL('../', import.meta.url);

async function renew(path: string, fill: (text: string) => string): Promise<void> {
  const file = fileURLToPath(new URL(path, root));
  const before = await readFile(file, 'utf8');
  const after = fill(before);
  if (after === before) return;
  await writeFile(file, after);
  process.stdout.write(`wrote ${path}\n`);
}

for (const spec of ACTIONS) await renew(`actions/${spec.name}/README.md`, (text) => fillActionReadme(text, spec));
await renew('README.md', (text) => fillMark(text, 'actions', actionsTable(ACTIONS)));

/** Writes the JSON Schemas that editors and other tools read: of `shotclock.yml` and of the run document. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { planJsonSchema } from '../workflows-lib/config/json-schema.ts';
import { RUN_SCHEMA, runDocumentSchema } from '../workflows-lib/history/run-document.ts';

const root = new URL('../', import.meta.url);

async function write(path: string, schema: object): Promise<void> {
  const file = fileURLToPath(new URL(path, root));
  const text = await format(JSON.stringify(schema), { ...(await resolveConfig(file)), parser: 'json', filepath: file });
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) return;
  await writeFile(file, text);
  process.stdout.write(`wrote ${path}\n`);
}

const { $schema, ...runSchema } = z.toJSONSchema(runDocumentSchema);
await write('shotclock.schema.json', planJsonSchema());
await write('benchmarks-history/run.schema.json', {
  $schema,
  title: RUN_SCHEMA,
  description: 'Everything that one benchmark or load test measured.',
  ...runSchema,
});

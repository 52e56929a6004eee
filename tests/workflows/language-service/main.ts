/**
 * Asks GitHub's own language service about workflows: a list of Documents as JSON on standard input, a list of Diagnoses on standard output.
 * A process of its own, because the packages import JSON without saying so, which needs a hook in the module loader.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import type { Diagnosis, Document } from './diagnose.ts';
import { standInOf } from '../stand-ins/map.ts';

registerHooks({
  load: (url, context, next) => next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = await import('vscode-languageserver-textdocument');
const { parse } = await import('yaml');

const [root = '.'] = process.argv.slice(2);
const read = (path: string): Promise<{ name: string; content: string }> =>
  Promise.resolve({ name: path, content: readFileSync(join(root, path), 'utf8') });

const config = {
  // Other repositories call ours by name; here they are the files of this one.
  fileProvider: { getFileContent: ({ path }: { readonly path: string }) => read(path) },
  actionsMetadataProvider: {
    fetchActionMetadata: ({ owner, name }: { readonly owner: string; readonly name: string }) => {
      const folder = standInOf(`${owner}/${name}`);
      return Promise.resolve(folder === undefined ? undefined : parse(readFileSync(join(folder, 'action.yml'), 'utf8')));
    },
  },
};

const diagnoses: Diagnosis[] = [];
for (const [index, { path, text }] of (JSON.parse(readFileSync(0, 'utf8')) as Document[]).entries()) {
  // The service remembers what it parsed by address.
  const found = await validate(TextDocument.create(`file:///${index}/${path}`, 'yaml', 1, text), config);
  diagnoses.push(
    ...found.map(({ message, range }) => ({
      path,
      line: range.start.line + 1,
      message: typeof message === 'string' ? message : message.value,
    })),
  );
}
process.stdout.write(JSON.stringify(diagnoses));

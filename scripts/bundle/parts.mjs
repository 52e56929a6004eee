import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Everything that is started by its own path, sorted: the actions, and the programs that rooms of the library run as children. `source` is
 * the folder of its `main.ts`, `stub` the file that starts it (relative to the output folder), `shared` the bundle as seen from there.
 */
export function findParts(root) {
  const mains = (folder) => subfolders(join(root, folder)).filter((name) => existsSync(join(root, folder, name, 'main.ts')));
  const actions = mains('actions').map((name) => ({
    source: `actions/${name}`,
    stub: `${name}/dist/index.js`,
    shared: '../../dist/index.js',
  }));
  const children = subfolders(join(root, 'workflows-lib')).flatMap((room) =>
    mains(`workflows-lib/${room}`).map((name) => ({
      source: `workflows-lib/${room}/${name}`,
      // Where childScript() looks for it: beside the chunk that asks.
      stub: `dist/${name}/main.js`,
      shared: '../index.js',
    })),
  );
  const parts = [...actions, ...children];
  const twice = parts.find(({ stub }, index) => parts.findIndex((other) => other.stub === stub) !== index);
  if (twice !== undefined) throw new Error(`Two programs would be ${twice.stub}: rename the folder ${twice.source}.`);
  return parts;
}

/** The entry of the bundle: loads no part before it is asked for. */
export function entryOf(parts) {
  const lines = parts.map(({ source }) => `  '${source}': () => import('./${source}/main.js'),`);
  return `const parts = {\n${lines.join('\n')}\n};\nexport const start = async (part) => parts[part]();\n`;
}

/** The stubs as pairs of path and content. An action's folder says that it holds ES modules, wherever it is copied to. */
export function stubsOf(parts) {
  return parts.flatMap(({ source, stub, shared }) => {
    const lines = [
      `// Built by scripts/build-actions.mjs: runs ${source}/main.ts, which is in the shared bundle.`,
      `import { start } from '${shared}';`,
      `await start('${source}');`,
    ];
    const type = [join(dirname(stub), 'package.json'), '{\n  "type": "module"\n}\n'];
    return [[stub, `${lines.join('\n')}\n`], ...(stub.startsWith('dist/') ? [] : [type])];
  });
}

function subfolders(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => name).sort();
}

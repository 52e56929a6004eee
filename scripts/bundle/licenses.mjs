import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;
const RULE = '-'.repeat(80);

/**
 * The licences of all packages, each text once with those that it covers above it. ncc could write such a file, but takes of each name the
 * version that it happens to see first, which is not the same in every build.
 */
export function renderLicenses(packages) {
  const coveredBy = new Map();
  for (const { name, version, folder, license } of packages) {
    const text = licenseText(folder) ?? `No licence file came with these packages; they declare the licence named above.`;
    coveredBy.set(text, [...(coveredBy.get(text) ?? []), `${name} ${version} (${licenseName(license)})`]);
  }
  return [...coveredBy].map(([text, names]) => `${names.join('\n')}\n\n${text}\n\n${RULE}\n`).join('\n');
}

function licenseText(folder) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENSE_FILE.test(entry.name));
  const names = files.map(({ name }) => name).sort();
  if (names.length === 0) return undefined;
  return names.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}

/** Old packages have an object, or a list of them. */
function licenseName(license) {
  if (Array.isArray(license)) return license.map(licenseName).join(' OR ');
  return typeof license === 'string' ? license : (license?.type ?? 'not declared');
}

import { runDocumentSchema } from '../history/run-document.ts';
import type { RunDocument } from '../history/run-document.ts';

/**
 * The run document as JSON, the same bytes for the same document: keys in the schema's order, names of services and processes sorted,
 * two spaces of indentation, a list of numbers on one line. Throws when the document does not satisfy its schema.
 */
export function renderJson(run: RunDocument): string {
  const document = runDocumentSchema.parse(run);
  const environment = { ...document.environment, services: sortedByKey(document.environment.services) };
  return `${stringify({ ...document, environment, resources: sortedByKey(document.resources) }, '')}\n`;
}

function sortedByKey<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function stringify(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => stringify(item, inner));
    if (items.length === 0) return '[]';
    if (value.every((item) => typeof item === 'number')) return `[${items.join(', ')}]`;
    return `[\n${inner}${items.join(`,\n${inner}`)}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  return `{\n${inner}${entries.map(([key, item]) => `${JSON.stringify(key)}: ${stringify(item, inner)}`).join(`,\n${inner}`)}\n${indent}}`;
}

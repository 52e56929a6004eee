/** Values of the corpus that would be too long to write out. */
import { isRecord } from '../../../workflows-lib/core/json.ts';

/**
 * A value with its abbreviations written out: `{"$repeat": "x", "times": 9}` is a text, `{"$list": value, "times": 9}` a list of that many equal
 * entries.
 */
export function writtenOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(writtenOut);
  if (!isRecord(value)) return value;
  const { $repeat: text, $list: item, times } = value;
  if (typeof text === 'string' && typeof times === 'number') return text.repeat(times);
  if (item !== undefined && typeof times === 'number') return Array.from({ length: times }, () => item);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, writtenOut(part)]));
}

/** A copy of a document with other values at the given JSON Pointers; every pointer but its last step has to lead somewhere. */
export function withValues(document: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(changes).reduce(
    (changed, [pointer, value]) => replaced(changed, stepsOf(pointer), writtenOut(value)),
    document,
  );
}

/** A copy of a document in which the field at a pointer has another name. */
export function withKey(document: unknown, pointer: string, key: string): unknown {
  const steps = stepsOf(pointer);
  const [parents, last = ''] = [steps.slice(0, -1), steps.at(-1)];
  const parent = parents.reduce(childOf, document);
  if (!isRecord(parent) || !(last in parent)) throw new Error(`${pointer} leads nowhere`);
  const renamed = Object.entries(parent).map(([name, value]) => [name === last ? key : name, value]);
  return replaced(document, parents, Object.fromEntries(renamed));
}

function stepsOf(pointer: string): string[] {
  return pointer.split('/').slice(1);
}

function childOf(parent: unknown, step: string): unknown {
  if (Array.isArray(parent)) return parent[Number(step)];
  return isRecord(parent) ? parent[step] : undefined;
}

function replaced(value: unknown, steps: readonly string[], wanted: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return wanted;
  const child = replaced(childOf(value, step), rest, wanted);
  if (Array.isArray(value)) return value.with(Number(step), child);
  if (isRecord(value)) return { ...value, [step]: child };
  throw new Error(`no ${step} in ${JSON.stringify(value)}`);
}

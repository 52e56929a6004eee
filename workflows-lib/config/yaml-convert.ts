/** A parsed YAML document -> plain values, safely: no prototype keys, no endless or exploding aliases, no numbers that lose digits. */
import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type Pair, type Scalar } from 'yaml';
import { pathKey, type Path } from './problems.ts';

/** Offsets of a value and of the key (or list item) that holds it. */
export interface Place {
  readonly keyOffset: number;
  readonly valueOffset: number;
  readonly written?: string;
}

/** Takes note of what is wrong at an offset of the text. */
export type ReportAt = (offset: number, path: Path, message: string) => void;

/** Line of an offset, from 1. */
export type LineOf = (offset: number) => number;

/** A YAML document as plain values, with the place of each. */
export interface Converted {
  /** False when a limit was hit: the rest of the file was not looked at. */
  readonly complete: boolean;
  readonly value: unknown;
  /** By `pathKey`. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Far above any plan, far below what would stall or exhaust memory ("billion laughs"). */
const LIMITS = { values: 20_000, aliases: 100, depth: 60 };

interface Conversion {
  readonly document: Document;
  readonly places: Map<string, Place>;
  readonly report: ReportAt;
  readonly lineOf: LineOf;
  /** Nodes around the one being converted, to notice an alias that contains itself. */
  readonly open: Set<unknown>;
  values: number;
  aliases: number;
}

/** Where a node hangs: its path and the offset to show for it. */
interface Spot {
  readonly path: Path;
  readonly keyOffset: number;
}

/** Converts a document without syntax errors. What cannot be converted becomes undefined and is reported. */
export function convertDocument(document: Document, { report, lineOf }: { report: ReportAt; lineOf: LineOf }): Converted {
  const conversion: Conversion = { document, places: new Map(), report, lineOf, open: new Set(), values: 0, aliases: 0 };
  const value = document.contents === null ? undefined : convert(document.contents, { path: [], keyOffset: 0 }, conversion);
  const complete = conversion.values < LIMITS.values && conversion.aliases <= LIMITS.aliases;
  return { complete, value, places: conversion.places };
}

function convert(node: unknown, spot: Spot, conversion: Conversion): unknown {
  conversion.values++;
  if (conversion.values === LIMITS.values)
    conversion.report(spot.keyOffset, [], `more than ${LIMITS.values} values; make it smaller`);
  if (conversion.values >= LIMITS.values) return undefined;
  if (isAlias(node)) return convertAlias(node, spot, conversion);
  const valueOffset = offsetOf(node) ?? spot.keyOffset;
  const written = isScalar(node) ? node.source : undefined;
  conversion.places.set(pathKey(spot.path), {
    keyOffset: spot.keyOffset,
    valueOffset,
    ...(written === undefined ? {} : { written }),
  });
  if (isScalar(node)) return convertScalar(node, { path: spot.path, keyOffset: valueOffset }, conversion);
  if (!isMap(node) && !isSeq(node)) return null;
  if (spot.path.length >= LIMITS.depth) {
    conversion.report(valueOffset, spot.path.slice(0, 1), `nested deeper than ${LIMITS.depth} levels; make it flatter`);
    return undefined;
  }
  conversion.open.add(node);
  const value = isMap(node) ? convertPairs(node.items, spot.path, conversion) : convertItems(node.items, spot, conversion);
  conversion.open.delete(node);
  return value;
}

function convertItems(items: readonly unknown[], spot: Spot, conversion: Conversion): unknown[] {
  return items.map((item, index) =>
    convert(item, { path: [...spot.path, index], keyOffset: offsetOf(item) ?? spot.keyOffset }, conversion),
  );
}

function convertPairs(pairs: readonly Pair[], path: Path, conversion: Conversion): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const pair of pairs) {
    // `stringKeys` has refused every other kind of key.
    if (!isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    const keyOffset = offsetOf(pair.key) ?? 0;
    const keyPath = [...path, key];
    if (key === '<<') {
      conversion.report(keyOffset, keyPath, 'merge keys are not supported; repeat the keys here');
    } else if (key === '__proto__') {
      conversion.report(keyOffset, keyPath, `"${key}" cannot be a key; choose another name`);
    } else if (Object.hasOwn(result, key)) {
      conversion.report(
        keyOffset,
        keyPath,
        `given twice, first on line ${conversion.lineOf(conversion.places.get(pathKey(keyPath))?.keyOffset ?? 0)}; keep one of the two`,
      );
    } else {
      result[key] = convert(pair.value, { path: keyPath, keyOffset }, conversion);
    }
  }
  return result;
}

function convertAlias(alias: Alias, spot: Spot, conversion: Conversion): unknown {
  const offset = offsetOf(alias) ?? spot.keyOffset;
  conversion.aliases++;
  if (conversion.aliases > LIMITS.aliases) {
    if (conversion.aliases === LIMITS.aliases + 1)
      conversion.report(offset, [], `more than ${LIMITS.aliases} aliases; write the values out`);
    return undefined;
  }
  const target: Node | undefined = alias.resolve(conversion.document);
  if (target === undefined) {
    conversion.report(
      offset,
      spot.path,
      'no anchor of this name stands before this alias; quote the value if its "*" is meant as text',
    );
    return undefined;
  }
  if (conversion.open.has(target)) {
    conversion.report(offset, spot.path, 'this alias contains itself; write the value out');
    return undefined;
  }
  return convert(target, spot, conversion);
}

function convertScalar(scalar: Scalar, spot: Spot, conversion: Conversion): unknown {
  const { value } = scalar;
  if (typeof value !== 'number') return value;
  if (!Number.isFinite(value)) {
    conversion.report(spot.keyOffset, spot.path, 'not a finite number; quote it if text is meant');
    return undefined;
  }
  if (/^[-+]?\d+$/.test(scalar.source ?? '') && !Number.isSafeInteger(value)) {
    conversion.report(spot.keyOffset, spot.path, 'too large to keep every digit; quote it to make it text');
    return undefined;
  }
  return value;
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}

/** YAML text -> plain values, with the place of each in the text. Nothing of the plan is known here. */
import { LineCounter, parseDocument } from 'yaml';
import { pathKey, type Part, type Path, type PlacedProblem, type Position } from './problems.ts';
import { convertDocument } from './yaml-convert.ts';
import { syntaxMessage } from './yaml-messages.ts';

/** A file's values and where they stand. */
export interface YamlTree {
  /** Plain objects, lists and scalars; undefined when the file holds nothing. */
  readonly value: unknown;
  /** Place of a key or value; of the nearest thing around it when it does not stand in the file. */
  readonly locate: (path: Path, part: Part) => Position;
  /** A scalar as it is written, so that `1.10` is not read as 1.1 where text is wanted. */
  readonly written: (path: Path) => string | undefined;
}

/** What was read and what is wrong with it. Without a tree the syntax is broken, or a limit was hit, and nothing else can be said. */
export interface YamlReading {
  readonly tree?: YamlTree;
  readonly problems: readonly PlacedProblem[];
}

/** Reads one document of YAML 1.2 (core schema). Never throws. */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // Found while converting, where the path and the first of the two are known.
    uniqueKeys: false,
    resolveKnownTags: false,
    schema: 'core',
  });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  // What follows the first slip is mostly its consequence; tags do not disturb what follows.
  const broken = document.errors.toSorted((left, right) => left.pos[0] - right.pos[0]).slice(0, 1);
  const slips = [...document.warnings, ...broken];
  if (slips.length > 0) {
    const problems = slips.map((slip) => ({
      ...position(slip.pos[0]),
      path: [],
      part: 'value' as const,
      message: syntaxMessage(slip, text),
    }));
    return { problems };
  }
  const problems: PlacedProblem[] = [];
  const { complete, value, places } = convertDocument(document, {
    lineOf: (offset) => position(offset).line,
    report: (offset, path, message) => problems.push({ ...position(offset), path, part: 'key', message }),
  });
  if (!complete) return { problems };
  const locate = (path: Path, part: Part): Position => {
    const place = places.get(pathKey(path));
    if (place !== undefined) return position(part === 'key' ? place.keyOffset : place.valueOffset);
    return path.length === 0 ? { line: 1, column: 1 } : locate(path.slice(0, -1), 'key');
  };
  return { tree: { value, locate, written: (path) => places.get(pathKey(path))?.written }, problems };
}

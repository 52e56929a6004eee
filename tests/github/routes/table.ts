import type { Answer } from '../answer.ts';
import type { Bench } from '../bench.ts';
import type { RestCall } from '../router.ts';
import type { Repository } from '../state.ts';

/** What the handler of an operation works with. */
export interface Context {
  readonly bench: Bench;
  readonly call: RestCall;
  readonly repository: Repository;
}

/** One operation on a repository; tables of them are data, so that the slice of the description can be cut from them. */
export interface TableRoute {
  /** Method and path below `/repos/{owner}/{repo}`. */
  readonly at: string;
  readonly operationId: string;
  /** `permission=level`: any of them is enough, as GitHub's documentation of the operation says. */
  readonly needs: readonly string[];
  readonly handler: (context: Context) => Answer | Promise<Answer>;
}

/** A text of a request's body. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A number of a request's body. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A list of a request's body; empty when there is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An object of a request's body; empty when there is none. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** One of the known words, or the fallback. */
export function wordOf<const W extends string>(words: readonly W[], value: unknown, fallback: W): W {
  return words.find((word) => word === value) ?? fallback;
}

/** The recordings by what was asked: which one answers a request, and what is nearest where none does. */
import { fitsRequest, literalLength, quotesBlank } from './blanked.ts';
import { describeDifference, distanceBetween } from './difference.ts';
import type { Recording, PlacedExchange } from './read-recording.ts';
import { requestText } from './recording.ts';
import { describeRequest, keyOf, requestFacts, type RequestFacts } from './request-facts.ts';

interface Shelf {
  readonly facts: RequestFacts;
  readonly exchanges: PlacedExchange[];
  next: number;
}

/** More would take longer than a client waits for its refusal. */
const MOST_COMPARED = 500;

/** Recordings to be played. Those of the same request are played in turn, from the start again after the last. */
export class Library {
  readonly #shelves = new Map<string, Shelf>();
  /** Those whose request had something blanked; what fixes the most comes first. */
  readonly #blanked: readonly Shelf[];

  constructor({ exchanges }: Recording) {
    for (const exchange of exchanges) {
      const facts = requestFacts({ method: exchange.method, path: exchange.path, body: requestText(exchange) });
      const shelf = this.#shelves.get(keyOf(facts));
      if (shelf === undefined) this.#shelves.set(keyOf(facts), { facts, exchanges: [exchange], next: 0 });
      else shelf.exchanges.push(exchange);
    }
    this.#blanked = [...this.#shelves.values()]
      .filter(({ facts }) => quotesBlank(facts))
      .toSorted((left, right) => literalLength(right.facts) - literalLength(left.facts));
  }

  /** The models of the recorded requests, each once. */
  get models(): readonly string[] {
    return [...new Set([...this.#shelves.values()].map(({ facts }) => facts.model))].filter((model) => model !== '');
  }

  /** The recording whose turn it is, or undefined when there is none of this request. One of the very same request comes before one with blanks. */
  take(facts: RequestFacts): PlacedExchange | undefined {
    const shelf = this.#shelves.get(keyOf(facts)) ?? this.#blanked.find((blanked) => fitsRequest(blanked.facts, facts));
    return shelf?.exchanges[shelf.next++ % shelf.exchanges.length];
  }

  /** Names a request that has no recording, the nearest one that has, and what differs between them. */
  explainMiss(asked: RequestFacts): string {
    const others = [...this.#shelves.values()].slice(0, MOST_COMPARED);
    const ranked = others.map((shelf) => ({ shelf, distance: distanceBetween(shelf.facts, asked) }));
    const nearest = ranked.reduce((best, item) => (item.distance < best.distance ? item : best), ranked[0] ?? NOTHING);
    const missing = `No recording of ${describeRequest(asked)}.`;
    if (nearest.shelf === undefined) return missing;
    const { facts, exchanges } = nearest.shelf;
    return `${missing} The nearest is line ${exchanges[0]?.line ?? 0}, ${describeRequest(facts)}; ${describeDifference(facts, asked)}.`;
  }
}

const NOTHING: { readonly shelf: Shelf | undefined; readonly distance: number } = { shelf: undefined, distance: Infinity };

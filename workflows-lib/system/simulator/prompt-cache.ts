/** The providers' prompt caches: which part of a prompt was seen before. Bounded, least recently used first out, no lifetime. */
import { hash } from 'node:crypto';

const CAPACITY = 20_000;

/** A run of prompt tokens; with `cache` it ends in a breakpoint of that lifetime (Anthropic's `cache_control`). */
export interface PromptPart {
  readonly tokens: readonly string[];
  readonly cache?: '5m' | '1h' | undefined;
}

/** When a provider caches by itself: whole blocks of the prompt, once it is long enough. */
export interface PrefixRule {
  readonly blockTokens: number;
  readonly minimumTokens: number;
}

/** Tokens of one prompt by what the cache did with them; the rest was neither read nor written. */
export interface CacheUse {
  readonly read: number;
  readonly written5m: number;
  readonly written1h: number;
}

const NOTHING: CacheUse = { read: 0, written5m: 0, written1h: 0 };

interface Boundary {
  readonly key: string;
  readonly tokens: number;
  readonly cache: '5m' | '1h' | undefined;
}

/** One key for each part that depends on everything before it, so equal keys mean equal prefixes. */
function boundaries(scope: string, parts: readonly PromptPart[]): readonly Boundary[] {
  let [key, tokens] = [scope, 0];
  return parts.map((part) => {
    key = hash('sha256', `${key}\0${part.tokens.join('')}`, 'base64');
    tokens += part.tokens.length;
    return { key, tokens, cache: part.cache };
  });
}

/** What one provider remembers of earlier prompts. `scope` keeps models and keys apart. */
export class PromptCache {
  readonly #seen = new Set<string>();

  /** Automatic caching (OpenAI, DeepSeek): the longest run of whole blocks from the start that an earlier prompt began with. */
  usePrefix(scope: string, prompt: readonly string[], rule: PrefixRule): CacheUse {
    if (prompt.length < rule.minimumTokens) return NOTHING;
    const blocks = Array.from({ length: Math.floor(prompt.length / rule.blockTokens) }, (_, index) => ({
      tokens: prompt.slice(index * rule.blockTokens, (index + 1) * rule.blockTokens),
    }));
    const known = boundaries(scope, blocks);
    const firstNew = known.findIndex((boundary) => !this.#seen.has(boundary.key));
    for (const boundary of known) this.#remember(boundary.key);
    const read = (firstNew === -1 ? known : known.slice(0, firstNew)).at(-1)?.tokens ?? 0;
    return read < rule.minimumTokens ? NOTHING : { ...NOTHING, read };
  }

  /**
   * Caching by breakpoints (Anthropic): reads the longest part that ends in an earlier prompt's breakpoint, and writes from there to this
   * prompt's last breakpoint. Breakpoints before `minimumTokens` are ignored without an error, as the provider does.
   */
  useBreakpoints(scope: string, parts: readonly PromptPart[], minimumTokens: number): CacheUse {
    const all = boundaries(scope, parts);
    const breakpoints = all.filter(({ cache, tokens }) => cache !== undefined && tokens >= minimumTokens);
    const last = breakpoints.at(-1);
    if (last === undefined) return NOTHING;
    const read = all.findLast(({ key, tokens }) => tokens <= last.tokens && this.#seen.has(key))?.tokens ?? 0;
    let [from, written5m, written1h] = [read, 0, 0];
    for (const { key, tokens, cache } of breakpoints) {
      this.#remember(key);
      const added = Math.max(0, tokens - from);
      if (cache === '1h') written1h += added;
      else written5m += added;
      from += added;
    }
    return { read, written5m, written1h };
  }

  #remember(key: string): void {
    this.#seen.delete(key);
    this.#seen.add(key);
    const [oldest] = this.#seen;
    if (this.#seen.size > CAPACITY && oldest !== undefined) this.#seen.delete(oldest);
  }
}

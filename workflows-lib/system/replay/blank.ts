/** Takes keys out of what is recorded. */
import { isEveryday } from '../../core/everyday.ts';
import { isRecord } from '../../core/json.ts';
import { bodyJson } from './canonical.ts';

/** What stands in a recording for each of them. */
export const BLANK = '***';
/** Shorter values would blot out ordinary words. */
export const SHORTEST_BLANKED = 6;

/** Values that must not stand in a recording, in every form in which a body could quote them. */
export class Blanker {
  /** The longest first, so that a key that contains another is blanked whole. */
  #forms: readonly string[] = [];

  constructor(secrets: readonly (string | undefined)[]) {
    this.add(secrets);
  }

  /** More of them; everyday values, which only stand under a name that sounds secret, are left out. */
  add(secrets: readonly (string | undefined)[]): void {
    const forms = secrets.flatMap((secret) => (secret === undefined || !isWorthy(secret) ? [] : formsOf(secret)));
    this.#forms = [...new Set([...this.#forms, ...forms])].toSorted((left, right) => right.length - left.length);
  }

  /** The text with `***` for each of them. */
  text(text: string): string {
    return this.#forms.reduce((rest, form) => rest.replaceAll(form, BLANK), text);
  }

  /** A JSON value with every text in it, keys too, treated so. */
  json(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.json(item));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.text(key), this.json(item)]));
  }

  /** A request's body with `***` for each of them, also where JSON spells it with escapes. */
  body(body: string): string {
    const json = bodyJson(body);
    return json === undefined || !this.quotes(JSON.stringify(json)) ? this.text(body) : JSON.stringify(this.json(json));
  }

  /** A copy of the bytes with as many asterisks for each of them: what stands where stays. */
  bytes(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes);
    for (const form of this.#forms.map((text) => Buffer.from(text))) {
      for (let start = copy.indexOf(form); start !== -1; start = copy.indexOf(form, start)) {
        copy.fill('*', start, start + form.length);
      }
    }
    return copy;
  }

  /** Whether one of them stands in the text. */
  quotes(text: string): boolean {
    return this.#forms.some((form) => text.includes(form));
  }

  /**
   * Whether one of them can be read out of an answer although none stands in its bytes: spelled with JSON's escapes, or spread over the events of
   * a stream.
   */
  hides(body: string): boolean {
    const whole = bodyJson(body);
    const documents = whole === undefined ? eventsOf(body) : [whole];
    const texts = new Map<string, string>();
    for (const document of documents) collectTexts(document, '', texts);
    return [...texts.values()].some((text) => this.quotes(text));
  }
}

function isWorthy(secret: string): boolean {
  return secret.length >= SHORTEST_BLANKED && !isEveryday(secret);
}

function formsOf(secret: string): readonly string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
}

function eventsOf(body: string): readonly unknown[] {
  return body.split(/\r?\n/).flatMap((line) => {
    const json = line.startsWith('data:') ? bodyJson(line.slice('data:'.length)) : undefined;
    return json === undefined ? [] : [json];
  });
}

/** The texts at each path, those of later documents behind those of earlier ones. */
function collectTexts(value: unknown, path: string, texts: Map<string, string>): void {
  if (typeof value === 'string') texts.set(path, (texts.get(path) ?? '') + value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) collectTexts(item, `${path}/${key}`, texts);
  }
}

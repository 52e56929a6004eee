/** Where a service is: one of our words (`embedded`, `simulated`, `replayed`) or a URL. */
import { listed, nearest } from '../core/nearest.ts';

/** What an address may be. */
export interface AddressRule {
  /** The words for "we start it", where there are any. */
  readonly words?: readonly string[];
  readonly protocols: readonly string[];
  /** An example of a URL. */
  readonly example: string;
}

const HTTP_PROTOCOLS = ['http:', 'https:'];

/** Where a PostgreSQL server is: `embedded`, or a connection URL. */
export const POSTGRES_ADDRESS: AddressRule = {
  words: ['embedded'],
  protocols: ['postgres:', 'postgresql:'],
  example: 'postgres://user:password@host:5432/database',
};
/** Where an object store is: `embedded`, or its base URL. */
export const S3_ADDRESS: AddressRule = {
  words: ['embedded'],
  protocols: HTTP_PROTOCOLS,
  example: 'https://s3.eu-west-1.amazonaws.com',
};
/** Where a model provider is: `simulated`, `replayed`, or its base URL. */
export const MODEL_ADDRESS: AddressRule = {
  words: ['simulated', 'replayed'],
  protocols: HTTP_PROTOCOLS,
  example: 'https://api.example.com/v1',
};
/** Where an endpoint is that nobody starts for the user: always a URL. */
export const HTTP_ADDRESS: AddressRule = { protocols: HTTP_PROTOCOLS, example: 'https://example.com' };

/** The URL; undefined for a word. Reports what is neither, without showing it: a URL may hold a password. */
export function readAddress(text: string, rule: AddressRule, report: (message: string) => void): string | undefined {
  const { words = [], protocols, example } = rule;
  if (words.includes(text)) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  const expected = `expected ${listed([...words.map((word) => `"${word}"`), `a URL such as ${example}`])}`;
  const meant = text.includes(':') ? undefined : nearest(text, words);
  report(meant === undefined ? expected : `${expected}; did you mean "${meant}"?`);
  return text;
}

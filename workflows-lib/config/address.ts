/** Where a service is: one of our words (`embedded`, `simulated`) or a URL. */
import { nearest } from '../core/nearest.ts';

/** What an address may be. */
export interface AddressRule {
  /** The word for "we start it", where there is one. */
  readonly word?: 'embedded' | 'simulated';
  readonly protocols: readonly string[];
  /** An example of a URL. */
  readonly example: string;
}

const HTTP_PROTOCOLS = ['http:', 'https:'];

/** Where a PostgreSQL server is: `embedded`, or a connection URL. */
export const POSTGRES_ADDRESS: AddressRule = {
  word: 'embedded',
  protocols: ['postgres:', 'postgresql:'],
  example: 'postgres://user:password@host:5432/database',
};
/** Where an object store is: `embedded`, or its base URL. */
export const S3_ADDRESS: AddressRule = {
  word: 'embedded',
  protocols: HTTP_PROTOCOLS,
  example: 'https://s3.eu-west-1.amazonaws.com',
};
/** Where a model provider is: `simulated`, or its base URL. */
export const MODEL_ADDRESS: AddressRule = { word: 'simulated', protocols: HTTP_PROTOCOLS, example: 'https://api.example.com/v1' };
/** Where an endpoint is that nobody starts for the user: always a URL. */
export const HTTP_ADDRESS: AddressRule = { protocols: HTTP_PROTOCOLS, example: 'https://example.com' };

/** The URL; undefined for the word. Reports what is neither, without showing it: a URL may hold a password. */
export function readAddress(text: string, rule: AddressRule, report: (message: string) => void): string | undefined {
  const { word, protocols, example } = rule;
  if (text === word) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  const expected = `expected ${word === undefined ? '' : `"${word}" or `}a URL such as ${example}`;
  const meant = word !== undefined && !text.includes(':') && nearest(text, [word]) !== undefined;
  report(meant ? `${expected}; did you mean "${word}"?` : expected);
  return text;
}

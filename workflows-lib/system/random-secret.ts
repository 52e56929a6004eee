import { randomBytes } from 'node:crypto';

/** A password of 192 bits, in letters, digits, `-` and `_`: safe in a URL as it is. Not seeded: secrets must not repeat. */
export function randomSecret(): string {
  return randomBytes(24).toString('base64url');
}

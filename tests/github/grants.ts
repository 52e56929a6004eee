import { randomBytes } from 'node:crypto';
import type { Grants, TokenOptions } from './contract.ts';

/** Who a request comes from. */
export interface Identity {
  readonly kind: 'installation' | 'user';
  readonly login: string;
  readonly repository: string;
  readonly grants: Grants;
}

/** The tokens that were given out. */
export interface Tokens {
  readonly give: (options: TokenOptions) => string;
  /**
   * Who an Authorization header belongs to: `token T`, `Bearer T`, or Basic with the token as password, as git sends it.
   * Undefined for a missing, unknown or malformed one.
   */
  identify(authorization: string | undefined): Identity | undefined;
  clear(): void;
}

/** No tokens yet. */
export function createTokens(): Tokens {
  const known = new Map<string, Identity>();
  return {
    give: ({ repository, grants, kind = 'installation', login, prefix = '' }) => {
      const token = `${kind === 'installation' ? 'ghs_' : 'ghp_'}${prefix}${randomBytes(18).toString('hex')}`;
      known.set(token, {
        kind,
        repository,
        grants,
        login: login ?? (kind === 'installation' ? 'github-actions[bot]' : 'octo-user'),
      });
      return token;
    },
    identify: (authorization) => {
      const token = tokenOf(authorization ?? '');
      return token === undefined ? undefined : known.get(token);
    },
    clear: () => {
      known.clear();
    },
  };
}

function tokenOf(authorization: string): string | undefined {
  const [scheme = '', value = ''] = authorization.split(/\s+/, 2);
  if (scheme.toLowerCase() !== 'basic') return value === '' ? undefined : value;
  return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
}

/**
 * Whether the grants include one of the needs (`pull_requests=write`, dashes as underscores; writing includes reading). No needs: yes.
 */
export function allows(grants: Grants, needs: readonly string[]): boolean {
  return needs.length === 0 || needs.some((need) => included(grants, need));
}

function included(grants: Grants, need: string): boolean {
  const [permission = '', level] = need.split('=');
  const granted = new Map<string, string>(Object.entries(grants)).get(permission.replaceAll('_', '-'));
  return granted === 'write' || (granted !== undefined && granted === level);
}

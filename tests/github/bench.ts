import type { Tokens } from './grants.ts';
import type { Router } from './router.ts';
import type { LinkSigner } from './signed-link.ts';
import type { GitHubState } from './state.ts';

/** What every part of the loopback GitHub gets when it registers its routes: `registerX(bench: Bench): void`. */
export interface Bench {
  readonly state: GitHubState;
  readonly router: Router;
  readonly tokens: Tokens;
  readonly links: LinkSigner;
  /** `http://127.0.0.1:PORT`; callable once the server listens, so inside handlers only. */
  origin(): string;
  /** Records something that GitHub's clients must never do. */
  violation(text: string): void;
}

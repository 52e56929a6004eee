/** Keeps what must not be shown out of text for people: what children print can hold anything that they were given. */

const HIDDEN = '***';
/** Shorter values would blot out ordinary words. */
const SHORTEST = 6;

/** The secrets of a run. */
export interface Secrets {
  add(secret: string | undefined): void;
  /** The password inside a URL, as it stands there and decoded. */
  addUrl(url: string | undefined): void;
  /** The text with every secret replaced by `***`. */
  hide(text: string): string;
}

/** An empty set of secrets. */
export function createSecrets(): Secrets {
  const known = new Set<string>();
  const add = (secret: string | undefined): void => {
    if (secret !== undefined && secret.length >= SHORTEST) known.add(secret);
  };
  return {
    add,
    addUrl: (url) => {
      if (url === undefined || !URL.canParse(url)) return;
      const { password } = new URL(url);
      add(password);
      add(decoded(password));
    },
    hide: (text) => {
      // The longest first, so that a secret that contains another is hidden whole.
      const secrets = [...known].sort((a, b) => b.length - a.length);
      return secrets.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
    },
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

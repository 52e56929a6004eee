/** Words and small numbers that settings hold whose name only sounds secret (`TOKENIZERS_PARALLELISM=false`, `MAX_TOKENS=128000`). */
const EVERYDAY = /^(true|false|null|none|default|auto|\d{1,7})$/i;

/** Whether a value is too ordinary to be a secret, whatever it is called: blanking it would blot out what has nothing to do with it. */
export function isEveryday(value: string): boolean {
  return EVERYDAY.test(value.trim());
}

import { isEveryday } from '../core/everyday.ts';
import { inputVariable } from './spec.ts';
import type { InputSpecs } from './spec.ts';
import { workflowCommand } from './workflow-command.ts';

/** A runner blanks a mask wherever it occurs: one of fewer characters would blank half of the log. */
export const SHORTEST_MASK = 4;

/**
 * Every form that a secret is likely to appear in: as given, trimmed, each line of it; each of them also as Base64 (alone and as the password
 * of `x-access-token`, as git sends it), URL-encoded and as the inside of a JSON string. Forms too short to be masked are left out.
 */
export function secretForms(secret: string): string[] {
  const plain = [secret, secret.trim(), ...secret.split(/[\r\n]+/).map((line) => line.trim())];
  const forms = plain.filter((text) => text.trim().length >= SHORTEST_MASK).flatMap((text) => [text, ...encodings(text)]);
  return [...new Set(forms)];
}

function encodings(text: string): string[] {
  const wellFormed = text.toWellFormed();
  return [
    base64(text),
    base64(text).replace(/=+$/, ''),
    Buffer.from(text).toString('base64url'),
    base64(`x-access-token:${text}`),
    encodeURIComponent(wellFormed),
    new URLSearchParams({ '': wellFormed }).toString().slice(1),
    JSON.stringify(text).slice(1, -1),
  ];
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** The secret inputs as they were given, whether the rest of the inputs can be used or not. */
export function secretInputs(inputs: InputSpecs, env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(inputs)
    .filter(([, input]) => input.secret === true)
    .flatMap(([name]) => env[inputVariable(name)] ?? []);
}

/** Tells the runner to blank these values, each only once. `guessed` ones were found by the name they stand under. */
export interface Masker {
  readonly mask: (secrets: readonly string[]) => void;
  readonly maskGuessed: (secrets: readonly string[]) => void;
}

/** A masker that writes to the runner. */
export function createMasker(write: (text: string) => void): Masker {
  const told = new Set<string>();
  const mask = (secrets: readonly string[]): void => {
    for (const form of secrets.flatMap(secretForms)) {
      if (!told.has(form)) write(workflowCommand('add-mask', form));
      told.add(form);
    }
  };
  return {
    mask,
    maskGuessed: (secrets) => {
      mask(secrets.filter((secret) => !isEveryday(secret)));
    },
  };
}

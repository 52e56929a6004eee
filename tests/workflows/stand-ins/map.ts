import { join } from 'node:path';

/** What plays a third-party action where GitHub cannot be asked: by its repository, the folder with its inputs and its code. */
const STAND_INS: Readonly<Record<string, string>> = {
  'actions/checkout': join(import.meta.dirname, 'checkout'),
  'actions/setup-node': join(import.meta.dirname, 'setup-node'),
};

/** The folder of the stand-in for an action; undefined when it has none. */
export function standInOf(action: string): string | undefined {
  return STAND_INS[action];
}

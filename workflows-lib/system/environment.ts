/** What children see of our environment. They get what a program needs to run at all, never the caller's secrets. */
import { dirname, delimiter } from 'node:path';

const BASE = [
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'SYSTEMROOT',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
];

/** What a package manager needs beyond that; npm lowers the case of its own variables. */
const INSTALL = [
  'CI',
  'npm_config_cache',
  'npm_config_registry',
  'npm_config_userconfig',
  'npm_config_offline',
  'npm_config_prefer_offline',
];

/** The marker that all our children and their children carry, so that none can be lost. */
export const RUN_MARKER = 'SHOTCLOCK_RUN';

/**
 * The minimal environment of a process of the system. The folder of our own Node comes first in PATH, so that `npm` and `npx` use it too. In
 * an action it comes last: there the runner's Node runs us, and the job has set up the system's own, if it has any.
 */
export function childEnvironment(ours: NodeJS.ProcessEnv): Record<string, string> {
  const [own, inherited] = [dirname(process.execPath), ours['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'];
  const path = ours['GITHUB_ACTIONS'] === 'true' ? [inherited, own] : [own, inherited];
  return { ...pick(ours, BASE), PATH: path.join(delimiter) };
}

/** The environment of a prepare command: also what a package manager reads. */
export function prepareEnvironment(ours: NodeJS.ProcessEnv): Record<string, string> {
  return { ...childEnvironment(ours), ...pick(ours, INSTALL) };
}

function pick(source: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]]])));
}

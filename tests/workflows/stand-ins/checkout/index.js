/**
 * Plays actions/checkout where GitHub is not to be had: fetches one commit over smart HTTP from the server behind GITHUB_API_URL, with the
 * job's token, so that a job without `contents: read` fails here as it would there. The token goes by the environment, as the real one's
 * credentials never stand in an address or an argument.
 */
import { spawnSync } from 'node:child_process';

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const server = new URL(process.env.GITHUB_API_URL ?? '').origin;
const credentials = Buffer.from(`x-access-token:${input('token')}`).toString('base64');

function git(...args) {
  const { status } = spawnSync('git', args, {
    cwd: process.env.GITHUB_WORKSPACE,
    stdio: 'inherit',
    env: {
      ...process.env,
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
      GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
    },
  });
  if (status === 0) return;
  process.stdout.write(`::error::git ${args[0]} failed\n`);
  process.exit(1);
}

if (input('persist-credentials') !== 'false')
  throw new Error('this stand-in leaves no credentials behind: say persist-credentials: false');
git('init', '--quiet', '--initial-branch=main', '.');
git('fetch', '--quiet', '--depth=1', '--no-tags', `${server}/${input('repository')}.git`, input('ref'));
git('checkout', '--quiet', '--detach', 'FETCH_HEAD');

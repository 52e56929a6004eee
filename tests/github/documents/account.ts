import type { Bench } from '../bench.ts';
import { API_PREFIX } from '../router.ts';
import { accountOf } from '../state.ts';
import { HTML, nodeId, type Document } from './links.ts';

const LISTS = [
  'followers',
  'following{/other_user}',
  'gists{/gist_id}',
  'starred{/owner}{/repo}',
  'subscriptions',
  'orgs',
  'repos',
] as const;
const NAMES: Readonly<Record<string, string>> = { orgs: 'organizations_url' };

/** An account as it stands inside other documents. */
export function accountDocument(bench: Bench, login: string): Document {
  const { id, type } = accountOf(bench.state, login);
  const url = `${bench.origin()}${API_PREFIX}/users/${encodeURIComponent(login)}`;
  const lists = LISTS.map((list): [string, string] => [NAMES[list] ?? `${list.split('{')[0] ?? ''}_url`, `${url}/${list}`]);
  return {
    ...{ login, id, type, url, node_id: nodeId('U', id), gravatar_id: '', site_admin: false, user_view_type: 'public' },
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    html_url: `${HTML}/${encodeURIComponent(login)}`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    ...Object.fromEntries(lists),
  };
}

/** The account that a token belongs to, as `GET /user` answers it. */
export function ownAccountDocument(bench: Bench, login: string): Document {
  const since = '2020-01-01T00:00:00Z';
  return {
    ...accountDocument(bench, login),
    ...{ name: login, company: null, blog: '', location: null, email: null, hireable: null, bio: null, twitter_username: null },
    ...{ public_repos: 1, public_gists: 0, followers: 0, following: 0, created_at: since, updated_at: since },
  };
}

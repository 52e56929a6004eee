import { created, noContent, notFound, ok, refusal, type Answer } from '../answer.ts';
import { refDocument } from '../documents/commit.ts';
import { git } from '../git.ts';
import { isAncestor, resolveObject, typeOfObject } from '../git-objects.ts';
import type { Context, TableRoute } from './table.ts';

const WRITE = ['contents=write'];

/** References of the Git database. */
export const gitRefRoutes: readonly TableRoute[] = [
  { at: 'GET /git/ref/{ref+}', operationId: 'git/get-ref', needs: ['contents=read'], handler: get },
  { at: 'POST /git/refs', operationId: 'git/create-ref', needs: WRITE, handler: create },
  { at: 'PATCH /git/refs/{ref+}', operationId: 'git/update-ref', needs: WRITE, handler: update },
  { at: 'DELETE /git/refs/{ref+}', operationId: 'git/delete-ref', needs: WRITE, handler: remove },
];

const NONE = '0'.repeat(40);

async function get(context: Context): Promise<Answer> {
  const ref = `refs/${context.call.params['ref'] ?? ''}`;
  const sha = await resolveObject(context.repository, ref);
  return sha === undefined ? notFound() : ok(await document(context, ref, sha));
}

async function create(context: Context): Promise<Answer> {
  const { call, repository } = context;
  const [ref, sha] = [String(call.body['ref']), String(call.body['sha'])];
  if (!/^refs\/[^/]+\/.+/.test(ref))
    return refusal(422, "Reference name must start with 'refs/' and contain at least two slashes.");
  if ((await typeOfObject(repository, sha)) === undefined) return refusal(422, 'Object does not exist');
  // The old value is part of the change: of two that create it at once, one loses.
  const { code } = await git(repository, ['update-ref', ref, sha, NONE]);
  return code === 0 ? created(await document(context, ref, sha)) : refusal(422, 'Reference already exists');
}

async function update(context: Context): Promise<Answer> {
  const { call, repository } = context;
  const ref = `refs/${call.params['ref'] ?? ''}`;
  const sha = String(call.body['sha']);
  const before = await resolveObject(repository, ref);
  if (before === undefined) return refusal(422, 'Reference does not exist');
  if ((await typeOfObject(repository, sha)) === undefined) return refusal(422, 'Object does not exist');
  const forced = call.body['force'] === true;
  if (!forced && !(await isAncestor(repository, before, sha))) return refusal(422, 'Update is not a fast forward');
  const { code } = await git(repository, ['update-ref', ref, sha, before]);
  return code === 0 ? ok(await document(context, ref, sha)) : refusal(422, 'Update is not a fast forward');
}

async function remove({ call, repository }: Context): Promise<Answer> {
  const ref = `refs/${call.params['ref'] ?? ''}`;
  if ((await resolveObject(repository, ref)) === undefined) return refusal(422, 'Reference does not exist');
  await git(repository, ['update-ref', '-d', ref]);
  return noContent();
}

async function document({ bench, repository }: Context, ref: string, sha: string): Promise<object> {
  return refDocument(bench, repository, { ref, sha, type: (await typeOfObject(repository, sha)) ?? 'commit' });
}

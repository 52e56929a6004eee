/** A pull request's comments in memory, and the writers that change them in an order that the test rules. */
import type { CommentStore, StoredComment } from '../comment-store.ts';

/** The account of the writers. */
export const BOT = 'github-actions[bot]';

/** What a writer did, in the order in which it took effect. */
export interface Deed {
  readonly writer: string;
  readonly kind: 'list' | 'get' | 'create' | 'update' | 'remove';
  readonly body?: string;
}

/** The comments, as GitHub would keep them. */
export interface CommentWorld {
  readonly comments: StoredComment[];
  readonly deeds: Deed[];
  /** Somebody writes a comment. */
  add(body: string, author?: string): StoredComment;
  /** The store of one writer. `around` decides when each request takes effect, and when its answer arrives. */
  store(writer: string, around?: Around): CommentStore;
}

/** Lets a request take effect by calling `deed`, whenever it likes. */
export type Around = <T>(deed: () => T) => Promise<T>;

const atOnce: Around = (deed) => Promise.resolve(deed());

/** A pull request without comments. */
export function commentWorld(): CommentWorld {
  const comments: StoredComment[] = [];
  const deeds: Deed[] = [];
  let lastId = 100;
  const add = (body: string, author = BOT): StoredComment => {
    const comment = { id: ++lastId, url: `https://github.test/c/${String(lastId)}`, body, author };
    comments.push(comment);
    return comment;
  };
  const indexOf = (id: number): number => comments.findIndex((comment) => comment.id === id);
  const store = (writer: string, around: Around = atOnce): CommentStore => {
    const act = <T>(kind: Deed['kind'], deed: () => T, body?: string): Promise<T> =>
      around(() => {
        deeds.push({ writer, kind, ...(body !== undefined && { body }) });
        return deed();
      });
    return {
      list: () => act('list', () => comments.map((comment) => ({ ...comment }))),
      get: (id) => act('get', () => comments[indexOf(id)]),
      create: (body) => act('create', () => add(body), body),
      update: (id, body) =>
        act(
          'update',
          () => {
            const found = comments[indexOf(id)];
            return found === undefined ? undefined : (comments[indexOf(id)] = { ...found, body });
          },
          body,
        ),
      remove: (id) =>
        act('remove', () => {
          if (indexOf(id) >= 0) comments.splice(indexOf(id), 1);
        }),
    };
  };
  return { comments, deeds, add, store };
}

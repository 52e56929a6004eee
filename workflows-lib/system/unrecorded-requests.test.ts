import { expect, test } from '@jest/globals';
import { askedBeforeStop, unrecordedOfAll } from './unrecorded-requests.ts';

test('what the replays of a system said before it stopped is known afterwards, without its secrets', async () => {
  let open = true;
  const source = async (): Promise<readonly string[]> => {
    if (!open) throw new Error('the file is gone');
    return Promise.resolve(['No recording of the key']);
  };
  const hide = (text: string): string => text.replace('key', '***');
  const system = askedBeforeStop([source, async () => Promise.resolve(['another'])], {
    hide,
    close: async () => {
      open = false;
      return Promise.resolve();
    },
  });
  expect(await system.unrecordedRequests()).toEqual(['No recording of the ***', 'another']);
  await system.stop();
  expect(open).toBe(false);
  expect(await system.unrecordedRequests()).toEqual(['No recording of the ***', 'another']);
  await system.stop();
});

test('a system stops although its replays cannot be asked', async () => {
  let closed = false;
  const system = askedBeforeStop([async () => Promise.reject(new Error('unreadable'))], {
    hide: (text) => text,
    close: async () => {
      closed = true;
      return Promise.resolve();
    },
  });
  await expect(system.stop()).rejects.toThrow('unreadable');
  expect(closed).toBe(true);
});

test('of several systems each request is told once', async () => {
  const of = (...requests: string[]): { unrecordedRequests: () => Promise<readonly string[]> } => ({
    unrecordedRequests: async () => Promise.resolve(requests),
  });
  expect(await unrecordedOfAll([of('a', 'b'), of(), of('b', 'c')])).toEqual(['a', 'b', 'c']);
});

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { refusal } from './answer.ts';
import type { Fault } from './contract.ts';
import { checkFaultBody } from './rest.ts';
import { sendAnswer } from './send.ts';
import { readBody, type Desk, type Exchange } from './serve.ts';

/** Does what a fault asks for. True when the request needs no other answer; otherwise it goes on, late or to be cut in half. */
export async function misbehave(
  fault: Fault['answer'],
  { desk, exchange }: { readonly desk: Desk; readonly exchange: Exchange },
): Promise<boolean> {
  const { request, response, notes } = exchange;
  if (fault === 'truncate') {
    truncate(response);
    return false;
  }
  if (typeof fault === 'object' && 'delayMs' in fault) return !(await stillThere(response, fault.delayMs));
  notes.body = await readBody(request);
  if (fault === 'reset') {
    request.socket.resetAndDestroy();
    return true;
  }
  const answer = { ...refusal(fault.status, WORDS[fault.status] ?? 'Server Error'), headers: fault.headers ?? {} };
  const sent = fault.body === undefined ? answer : { ...answer, body: fault.body };
  checkFaultBody(desk.bench, exchange, sent);
  sendAnswer(response, sent);
  return true;
}

const WORDS: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'API rate limit exceeded for installation.',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  422: 'Validation Failed',
  429: 'You have exceeded a secondary rate limit.',
};

/** Waits; false when the client went away meanwhile. */
async function stillThere(response: ServerResponse, delayMs: number): Promise<boolean> {
  const gone = new AbortController();
  const closed = once(response, 'close', { signal: gone.signal }).then(
    () => false,
    () => false,
  );
  const there = await Promise.race([delay(delayMs, true, { signal: gone.signal }), closed]);
  gone.abort();
  return there;
}

/** Lets half of the first piece of the body through, then drops the connection. */
function truncate(response: ServerResponse): void {
  const write = response.write.bind(response);
  const cut = (chunk: unknown): boolean => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk instanceof Uint8Array ? chunk : Buffer.alloc(0);
    write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
    return true;
  };
  Object.assign(response, {
    write: cut,
    end: (chunk: unknown) => {
      cut(chunk);
      return response;
    },
  });
}

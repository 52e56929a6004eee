/** Plain HTTP against the simulator, for what official clients hide. */
import { request, type IncomingHttpHeaders } from 'node:http';
import type { Subject } from './simulators.ts';

const QUESTION = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Who won?' }], stream: true };

/** A request for an answer in the form of OpenAI, streamed unless said otherwise. */
export async function ask(url: string, fields: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...QUESTION, ...fields }),
  });
}

/** What came of a request; `broken` when the connection ended before the answer did. Status 0: not even headers came. */
export interface Provoked {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly broken: boolean;
}

/** Asks for a fault and keeps whatever comes; `fetch` would throw away what it had not handed over when the connection broke. */
export async function provoke({ url }: Subject, fault: string, fields: object = {}): Promise<Provoked> {
  const headers = { 'content-type': 'application/json', 'x-simulate-fault': fault };
  return new Promise((resolve) => {
    const sent = request(`${url}/v1/chat/completions`, { method: 'POST', headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', () => undefined);
      answer.on('close', () => {
        const body = Buffer.concat(parts).toString('utf8');
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, broken: !answer.complete });
      });
    });
    sent.on('error', () => {
      resolve({ status: 0, headers: {}, body: '', broken: true });
    });
    sent.end(JSON.stringify({ ...QUESTION, ...fields }));
  });
}

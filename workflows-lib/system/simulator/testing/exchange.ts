/** Plain HTTP against the simulator, for what official clients hide. */
import type { Subject } from './simulators.ts';

/** A request for an answer in the form of OpenAI, streamed unless said otherwise. */
export async function ask(url: string, fields: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'Who won?' }], stream: true, ...fields }),
  });
}

/** What came of a request; `broken` when the body ended in an error. */
export interface Provoked {
  readonly response: Response;
  readonly body: string;
  readonly broken: boolean;
}

/** Asks for a fault and reads as much as comes. */
export async function provoke({ url }: Subject, fault: string, fields: object = {}): Promise<Provoked> {
  const response = await ask(url, fields, { 'x-simulate-fault': fault });
  const parts: Uint8Array[] = [];
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) parts.push(part.value);
    return { response, body: Buffer.concat(parts).toString('utf8'), broken: false };
  } catch {
    return { response, body: Buffer.concat(parts).toString('utf8'), broken: true };
  }
}

/** An API for tests: GET /ask calls one tool and one model, and tells what the model billed. Started by itself: `node api-server.ts`. */
import { createServer } from 'node:http';

const { MCP_URL = '', MODEL_URL = '', API_KEY = '', MODEL = '', PORT = '' } = process.env;

createServer((request, response) => {
  request.resume();
  void ask().then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(PORT), '127.0.0.1');

async function ask(): Promise<unknown> {
  await post(MCP_URL, { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'query', arguments: {} } });
  const answer = await post(`${MODEL_URL}/chat/completions`, {
    ...{ model: MODEL, max_tokens: 20, messages: [{ role: 'user', content: 'Who leads the league?' }] },
  });
  const { prompt_tokens: input, completion_tokens: output } = (answer as { usage: Record<string, number> }).usage;
  return { usage: [{ provider: 'openai', model: MODEL, input, cached: 0, cache_write: 0, output, reasoning: 0 }] };
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

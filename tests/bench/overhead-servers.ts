/**
 * Servers that do next to nothing, in a process of their own: what is left of a call is its client. Prints its port as JSON and ends when its
 * standard input does. `/` answers a small JSON document; `/mcp` and `/mcp-stream` are an MCP server with one tool, answering as JSON and as
 * an event stream.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

const rpc = z.object({ id: z.number().optional(), method: z.string() });

const INITIALIZED = { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'null', version: '1' } };
const ROWS = { rows: [{ count: 1_230 }] };
const TOOL_RESULT = { content: [{ type: 'text', text: JSON.stringify(ROWS) }], structuredContent: ROWS };
const ANSWER = JSON.stringify({ status: 'success', answer: 'The Hawks won by 7.', steps: 3 });

function sendJson(response: ServerResponse, text: string): void {
  response.setHeader('content-type', 'application/json');
  response.end(text);
}

function answerRpc(body: string, streams: boolean, response: ServerResponse): void {
  const { id, method } = rpc.parse(JSON.parse(body));
  if (id === undefined) {
    response.writeHead(202).end();
    return;
  }
  const reply = JSON.stringify({ jsonrpc: '2.0', id, result: method === 'initialize' ? INITIALIZED : TOOL_RESULT });
  response.setHeader('mcp-session-id', 'null-session');
  if (!streams) {
    sendJson(response, reply);
    return;
  }
  response.setHeader('content-type', 'text/event-stream');
  response.end(`event: message\ndata: ${reply}\n\n`);
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    if (request.url === '/' || request.method !== 'POST') sendJson(response, ANSWER);
    else answerRpc(body, request.url === '/mcp-stream', response);
  });
}

const server = createServer({ keepAliveTimeout: 60_000 }, answer).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : undefined })}\n`);
});
process.stdin.resume().on('end', () => {
  server.close();
  server.closeAllConnections();
});

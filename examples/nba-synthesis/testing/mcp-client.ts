/** The official MCP client, and what tests ask of it. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

/** An MCP client with shortcuts for tests. */
export interface TestClient {
  readonly client: Client;
  readonly transport: StreamableHTTPClientTransport;
  call(name: string, args?: Record<string, unknown>): Promise<CallToolResult>;
  /** The text of a call that must fail. */
  failure(name: string, args?: Record<string, unknown>): Promise<{ text: string; type: unknown }>;
  close(): Promise<void>;
}

/** Text of a result. */
export function textOf(result: CallToolResult): string {
  return result.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
}

/** Calls a tool with the form of the answer checked. */
export async function callTool(client: Client, name: string, args: Record<string, unknown> = {}): Promise<CallToolResult> {
  return CallToolResultSchema.parse(await client.callTool({ name, arguments: args }));
}

/** Connects to a server. The client checks every structured answer against the tool's output schema. */
export async function connectClient(url: URL): Promise<TestClient> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(url);
  await client.connect(transport);
  await client.listTools();
  return {
    client,
    transport,
    call: (name, args) => callTool(client, name, args),
    async failure(name, args) {
      const result = await callTool(client, name, args);
      if (result.isError !== true) throw new Error(`${name} did not fail: ${textOf(result)}`);
      return { text: textOf(result), type: result._meta?.['error_type'] };
    },
    async close() {
      await transport.terminateSession();
      await client.close();
    },
  };
}

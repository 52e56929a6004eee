/** A transport that writes a log line for each request it carries, whatever becomes of it, and knows how many are running. */
import type { Transport, TransportSendOptions } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ErrorCode, isJSONRPCErrorResponse, isJSONRPCRequest, isJSONRPCResultResponse } from '@modelcontextprotocol/sdk/types.js';
import type { JSONRPCMessage, JSONRPCRequest, MessageExtraInfo, RequestId } from '@modelcontextprotocol/sdk/types.js';
import { performance } from 'node:perf_hooks';
import type { Attributes, Logger } from '../telemetry/log.ts';

/** A transport under observation. */
export interface ObservedTransport extends Transport {
  /** Requests that have come in and are not answered yet. */
  running(): number;
}

interface Running {
  readonly request: JSONRPCRequest;
  readonly startedAt: number;
}

function toolOf({ method, params }: JSONRPCRequest): string | undefined {
  const name = method === 'tools/call' ? params?.['name'] : undefined;
  // Names come from outside: a log is no place for kilobytes of them.
  return typeof name === 'string' ? name.slice(0, 100) : undefined;
}

/** `error.type` of an answer: the code of a JSON-RPC error, what a failed tool says about itself, or nothing. */
function errorTypeOfAnswer(message: JSONRPCMessage): string | undefined {
  if (isJSONRPCErrorResponse(message)) return String(message.error.code);
  if (!isJSONRPCResultResponse(message) || message.result['isError'] !== true) return undefined;
  const type = message.result._meta?.['error_type'];
  return typeof type === 'string' ? type : 'tool_error';
}

function cacheOf(message: JSONRPCMessage): string | undefined {
  const cache = isJSONRPCResultResponse(message) ? message.result._meta?.['cache'] : undefined;
  return typeof cache === 'string' && cache !== 'off' ? cache : undefined;
}

class Observed implements ObservedTransport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage, extra?: MessageExtraInfo) => void;
  readonly #inner: Transport;
  readonly #log: Logger;
  readonly #network: 'tcp' | 'pipe';
  readonly #running = new Map<RequestId, Running>();
  #protocolVersion: string | undefined;

  constructor(inner: Transport, log: Logger, network: 'tcp' | 'pipe') {
    this.#inner = inner;
    this.#log = log;
    this.#network = network;
  }

  get sessionId(): string | undefined {
    return this.#inner.sessionId;
  }

  running(): number {
    return this.#running.size;
  }

  async start(): Promise<void> {
    this.#inner.onclose = () => {
      this.#running.clear();
      this.onclose?.();
    };
    this.#inner.onerror = (error) => this.onerror?.(error);
    this.#inner.onmessage = (message, extra) => {
      if (isJSONRPCRequest(message)) this.#running.set(message.id, { request: message, startedAt: performance.now() });
      this.onmessage?.(message, extra);
      this.#release(message);
    };
    await this.#inner.start();
  }

  async send(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
    try {
      await this.#inner.send(message, options);
    } finally {
      this.#settle(message);
    }
  }

  async close(): Promise<void> {
    await this.#inner.close();
  }

  /** A cancelled request gets no answer from the protocol. Over HTTP its exchange would stay open for ever, so it is answered here. */
  #release(message: JSONRPCMessage): void {
    if (!('method' in message) || message.method !== 'notifications/cancelled') return;
    const id = message.params?.['requestId'];
    if ((typeof id !== 'string' && typeof id !== 'number') || !this.#running.has(id)) return;
    this.#end(id, { 'error.type': 'cancelled' });
    if (this.#network === 'pipe') return;
    const error = { code: ErrorCode.RequestTimeout, message: 'The request was cancelled' };
    this.#inner.send({ jsonrpc: '2.0', id, error }).catch((thrown: unknown) => {
      this.onerror?.(thrown instanceof Error ? thrown : new Error(String(thrown)));
    });
  }

  #settle(message: JSONRPCMessage): void {
    if (!isJSONRPCResultResponse(message) && !isJSONRPCErrorResponse(message)) return;
    const version = isJSONRPCResultResponse(message) ? message.result['protocolVersion'] : undefined;
    if (typeof version === 'string') this.#protocolVersion = version;
    if (message.id !== undefined)
      this.#end(message.id, { 'error.type': errorTypeOfAnswer(message), 'cache.result': cacheOf(message) });
  }

  #end(id: RequestId, outcome: Attributes): void {
    const running = this.#running.get(id);
    if (running === undefined) return;
    this.#running.delete(id);
    const { request, startedAt } = running;
    const tool = toolOf(request);
    this.#log.info('mcp request', {
      'mcp.method.name': request.method.slice(0, 100),
      'gen_ai.operation.name': tool === undefined ? undefined : 'execute_tool',
      'gen_ai.tool.name': tool,
      'mcp.session.id': this.sessionId,
      'mcp.protocol.version': this.#protocolVersion,
      'jsonrpc.request.id': String(id).slice(0, 100),
      'network.transport': this.#network,
      ...outcome,
      duration_ms: Math.round((performance.now() - startedAt) * 1_000) / 1_000,
    });
  }
}

/** Puts a log line behind each request that `inner` carries. Neither arguments nor results are logged. */
export function observeTransport(inner: Transport, log: Logger, network: 'tcp' | 'pipe'): ObservedTransport {
  return new Observed(inner, log, network);
}

/** One request for an answer, from its arrival to its line in the log. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TokenUsage } from '../../pricing/usage.ts';
import { planAnswer } from './answer-plan.ts';
import type { Answer } from './dialect.ts';
import { FAULT_NAMES, problemOfFault, requestedFault, seededFault, type Fault } from './faults.ts';
import type { ModelRequest } from './model-request.ts';
import { faultProblem, ProviderProblem } from './problem.ts';
import type { RequestRecord } from './request-log.ts';
import { sendAnswer, sendPage, sendProblem, stall, type Delivery } from './send.ts';
import type { RequestIdentity, SimulatorState } from './simulator-state.ts';

const LONGEST_BODY = 16 * 1024 * 1024;

/** Answers one request. Resolves when its connection is done with it and its record is written. */
export async function serveAnswer(state: SimulatorState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const identity = state.counter.next(state);
  const record = newRecord(state, request, identity);
  const delivery: Delivery = { state, identity, record, response };
  const closed = new Promise<void>((resolve) => response.once('close', resolve));
  try {
    await answer(delivery, request);
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    sendProblem(delivery, error, retryAfter(request, error));
  }
  await closed;
  if (!response.writableFinished && record.ended === 'complete') record.ended = 'disconnected';
  if (record.endMs === 0) record.endMs = state.clock.now();
  state.log.write(record);
}

function newRecord(state: SimulatorState, request: IncomingMessage, identity: RequestIdentity): RequestRecord {
  return {
    id: identity.answerId,
    requestId: identity.requestId,
    clientRequestId: headerOf(request, 'x-client-request-id') ?? null,
    protocol: state.settings.protocol,
    provider: state.settings.provider,
    model: null,
    stream: false,
    promptHash: null,
    arrivalMs: state.clock.now(),
    bodyMs: null,
    firstByteMs: null,
    chunks: [],
    reasoningChunks: [],
    endMs: 0,
    status: 0,
    fault: null,
    ended: 'complete',
    usage: null,
    bill: null,
  };
}

async function answer(delivery: Delivery, request: IncomingMessage): Promise<void> {
  const { state, record } = delivery;
  const body = await readBody(request);
  record.bodyMs = state.clock.now();
  if (body === undefined) return;
  await state.turnstile.pass();
  checkKey(state, request);
  const asked = state.dialect.parse(parseJson(body), request.headers);
  record.stream = asked.stream;
  record.promptHash = asked.digest;
  record.model = asked.model;
  if (asked.model !== state.settings.model) throw unknownModel(asked.model);
  const fault = chooseFault(delivery, request);
  record.fault = fault ?? null;
  deliver(delivery, asked, fault);
}

function deliver(delivery: Delivery, asked: ModelRequest, fault: Fault | undefined): void {
  const problem = fault === undefined ? undefined : problemOfFault(fault);
  if (problem !== undefined) throw faultProblem(problem);
  if (fault === 'html') sendPage(delivery);
  else if (fault === 'stall') stall(delivery, asked.stream);
  else sendAnswer(delivery, plannedAnswer(delivery, asked, fault), fault);
}

function plannedAnswer({ state, identity }: Delivery, asked: ModelRequest, fault: Fault | undefined): Answer {
  const { settings, dialect, pacing, answers, cache, clock } = state;
  const plan = planAnswer(asked, {
    seed: settings.seed,
    provider: settings.provider,
    pacing,
    answers,
    reasons: dialect.reasons(asked.model),
    showsReasoning: dialect.showsReasoning,
    slowStart: fault === 'slow_start',
  });
  const use = settings.cache ? dialect.cacheUse(cache, asked.model, asked) : { read: 0, written5m: 0, written1h: 0 };
  const bill: TokenUsage = {
    input: asked.prompt.reduce((sum, part) => sum + part.tokens.length, 0),
    cached: use.read,
    cacheWrite: use.written5m + use.written1h,
    cacheWrite1h: use.written1h,
    output: plan.contentTokens + plan.reasoningTokens,
    reasoning: plan.reasoningTokens,
  };
  return { id: identity.answerId, createdSeconds: Math.floor(clock.now() / 1000), request: asked, plan, bill };
}

/** The whole body, or undefined when the client went away before its end. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      length += part.length;
      if (length <= LONGEST_BODY) parts.push(part);
    }
  } catch (error) {
    if (request.errored !== null || request.destroyed) return undefined;
    throw error;
  }
  if (length > LONGEST_BODY) throw new ProviderProblem('too_large', 'Request exceeds the maximum size');
  return Buffer.concat(parts).toString('utf8');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ProviderProblem('invalid_json', 'We could not parse the JSON body of your request: it is not valid JSON.');
  }
}

/** Refuses a request whose key is not the configured one. Throws ProviderProblem `unauthorized`. */
export function checkKey(state: SimulatorState, request: IncomingMessage): void {
  const { apiKey } = state.settings;
  if (apiKey === undefined || state.dialect.apiKey(request.headers) === apiKey) return;
  throw new ProviderProblem('unauthorized', 'The API key is missing or not valid.');
}

function unknownModel(model: string): ProviderProblem {
  return new ProviderProblem('unknown_model', `The model \`${model}\` does not exist or you do not have access to it.`);
}

function chooseFault({ state, identity }: Delivery, request: IncomingMessage): Fault | undefined {
  const asked = headerOf(request, 'x-simulate-fault');
  if (asked === undefined) return seededFault(state.settings.faults, state.settings.seed, identity.number);
  const fault = requestedFault(asked);
  if (fault === undefined) {
    throw new ProviderProblem('invalid_request', `x-simulate-fault: unknown fault; known are ${FAULT_NAMES.join(', ')}`);
  }
  return fault === 'none' ? undefined : fault;
}

/** A rate limit always says when to come back; another error only when the request asks it to. */
function retryAfter(request: IncomingMessage, problem: ProviderProblem): string | undefined {
  const asked = headerOf(request, 'x-simulate-retry-after');
  return asked ?? (problem.kind === 'rate_limited' ? '1' : undefined);
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

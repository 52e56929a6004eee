/** Puts answers on the wire, whole or as a paced stream, and notes in the record what was sent when. */
import type { ServerResponse } from 'node:http';
import { seededRandom, type Random } from '../../core/random.ts';
import type { Piece } from './answer-plan.ts';
import type { Answer } from './dialect.ts';
import type { Fault } from './faults.ts';
import type { ProviderProblem } from './problem.ts';
import type { RequestRecord } from './request-log.ts';
import { runSchedule } from './schedule.ts';
import type { RequestIdentity, SimulatorState } from './simulator-state.ts';

/** Where an answer goes, and where it is noted. */
export interface Delivery {
  readonly state: SimulatorState;
  readonly identity: RequestIdentity;
  readonly record: RequestRecord;
  readonly response: ServerResponse;
}

const JSON_TYPE = 'application/json';
const STREAM_TYPE = 'text/event-stream; charset=utf-8';
const PAGE = '<!doctype html>\n<html><head><title>Sign in</title></head><body><h1>Sign in to this network</h1></body></html>\n';
const BROKEN_EVENT = 'data: {"id":"broken","choices":[{"index":0,"delta":{"content":"no e\n\n';

/** Share of writes that are cut in two at any byte, also within a character: clients must not rely on where pieces end. */
const CUT_SHARE = 0.05;

/** Starts the answer that is headers alone. */
function begin(delivery: Delivery, status: number, type: string): void {
  const { state, identity, record, response } = delivery;
  const headers = {
    'content-type': type,
    'cache-control': 'no-cache',
    ...state.dialect.headers(identity.requestId, identity.rate),
  };
  record.status = status;
  record.firstByteMs = state.clock.now();
  response.writeHead(status, headers);
}

function finish(delivery: Delivery, body: string): void {
  delivery.record.endMs = delivery.state.clock.now();
  delivery.response.end(body);
}

/** Answers with a JSON document. */
function sendJson(delivery: Delivery, body: object, status = 200): void {
  begin(delivery, status, JSON_TYPE);
  finish(delivery, JSON.stringify(body));
}

/** Answers with the provider's own error. */
export function sendProblem(delivery: Delivery, problem: ProviderProblem, retryAfter: string | undefined): void {
  const { status, body } = delivery.state.dialect.problem(problem, delivery.identity.requestId);
  if (retryAfter !== undefined) delivery.response.setHeader('retry-after', retryAfter);
  sendJson(delivery, body, status);
}

/** Answers with a page for people, as a captive portal or a broken gateway does. */
export function sendPage(delivery: Delivery): void {
  begin(delivery, 200, 'text/html; charset=utf-8');
  finish(delivery, PAGE);
}

/** Sends headers and then nothing until the client gives up. */
export function stall(delivery: Delivery, stream: boolean): void {
  begin(delivery, 200, stream ? STREAM_TYPE : JSON_TYPE);
  delivery.response.flushHeaders();
}

interface Step {
  readonly dueMs: number;
  readonly act: 'open' | 'piece' | 'close' | 'whole' | 'break' | 'drop';
  readonly piece?: Piece;
}

/** Sends an answer by its plan's times, counted from the arrival of the request. */
export function sendAnswer(delivery: Delivery, answer: Answer, fault: Fault | undefined): void {
  const { state, record, response } = delivery;
  if (response.destroyed) return;
  const random = seededRandom(`${state.settings.seed}/segments/${answer.request.digest}`);
  const steps = answer.request.stream ? streamSteps(answer, fault) : wholeSteps(answer, fault);
  const onDue = (due: readonly Step[]): void => {
    take(due, { delivery, answer, random });
  };
  const stop = runSchedule(steps, { clock: state.clock, originMs: record.arrivalMs, onDue });
  response.once('close', () => {
    stop();
    record.bill ??= billOfPart(answer, record);
  });
}

function wholeSteps({ plan }: Answer, fault: Fault | undefined): readonly Step[] {
  if (fault === 'dropped') return [{ dueMs: plan.endMs / 2, act: 'drop' }];
  return [{ dueMs: plan.endMs, act: fault === 'garbage' ? 'break' : 'whole' }];
}

function streamSteps({ plan }: Answer, fault: Fault | undefined): readonly Step[] {
  const open: Step = { dueMs: plan.headersMs, act: 'open' };
  const pieces = plan.pieces.map((piece): Step => ({ dueMs: piece.dueMs, act: 'piece', piece }));
  if (fault !== 'dropped' && fault !== 'garbage') return [open, ...pieces, { dueMs: plan.endMs, act: 'close' }];
  const half = pieces.slice(0, Math.ceil(pieces.length / 2));
  const last: Step = { dueMs: half.at(-1)?.dueMs ?? plan.endMs, act: fault === 'dropped' ? 'drop' : 'break' };
  return [open, ...half, last];
}

interface Sending {
  readonly delivery: Delivery;
  readonly answer: Answer;
  readonly random: Random;
}

/** Does the steps that are due, all their text in one write. */
function take(steps: readonly Step[], sending: Sending): void {
  const opens = steps[0]?.act === 'open';
  let text = opens ? openStream(sending) : '';
  const sentMs = sending.delivery.state.clock.now();
  for (const { act, piece } of opens ? steps.slice(1) : steps) {
    if (piece === undefined) {
      end(act, text, sending);
      return;
    }
    text += encode(piece, sentMs, sending);
  }
  write(text, sending);
}

function openStream({ delivery, answer }: Sending): string {
  begin(delivery, 200, STREAM_TYPE);
  delivery.response.flushHeaders();
  return delivery.state.dialect.opening(answer);
}

function encode(piece: Piece, sentMs: number, { delivery, answer }: Sending): string {
  const { record, state } = delivery;
  (piece.kind === 'content' ? record.chunks : record.reasoningChunks).push([sentMs, piece.tokens]);
  return piece.kind === 'content' ? state.dialect.content(answer, piece.text) : state.dialect.reasoning(answer, piece.text);
}

function write(text: string, { delivery, random }: Sending): void {
  if (random.next() >= CUT_SHARE) {
    delivery.response.write(text);
    return;
  }
  const bytes = Buffer.from(text);
  const cut = 1 + random.integer(Math.max(1, bytes.length - 1));
  delivery.response.write(bytes.subarray(0, cut));
  delivery.response.write(bytes.subarray(cut));
}

function end(act: Step['act'], text: string, sending: Sending): void {
  const { delivery, answer } = sending;
  const { record, response, state } = delivery;
  if (act === 'drop') {
    record.ended = 'dropped';
    record.endMs = state.clock.now();
    // Destroyed at once, what was just written would never leave this process, though the record says that it did.
    if (response.headersSent) response.write(text, () => response.destroy());
    else response.destroy();
  } else if (act === 'break') {
    finishBroken(text, sending);
  } else if (act === 'whole') {
    record.bill = answer.bill;
    record.usage = { ...state.dialect.usage(answer.bill) };
    record.chunks.push([state.clock.now(), answer.plan.contentTokens]);
    sendJson(delivery, state.dialect.whole(answer));
  } else {
    record.bill = answer.bill;
    if (state.dialect.tellsUsage(answer.request)) record.usage = { ...state.dialect.usage(answer.bill) };
    finish(delivery, text + state.dialect.closing(answer));
  }
}

function finishBroken(text: string, { delivery, answer }: Sending): void {
  if (answer.request.stream) {
    finish(delivery, text + BROKEN_EVENT);
    return;
  }
  const whole = JSON.stringify(delivery.state.dialect.whole(answer));
  begin(delivery, 200, JSON_TYPE);
  finish(delivery, whole.slice(0, whole.length / 2));
}

/** A broken stream is billed for what was generated until then. */
function billOfPart(answer: Answer, record: RequestRecord): Answer['bill'] {
  const sent = [...record.chunks, ...record.reasoningChunks].reduce((sum, [, tokens]) => sum + tokens, 0);
  const hidden = record.reasoningChunks.length === 0 ? answer.bill.reasoning : 0;
  return { ...answer.bill, output: Math.min(answer.bill.output, sent + hidden) };
}

/** One server-sent event. */
export interface SseEvent {
  /** `message` where the stream names none. */
  readonly event: string;
  /** The data lines, joined by newlines. */
  readonly data: string;
}

/** Takes a stream's bytes as they come. */
export interface SseParser {
  /** May call back several times, once, or not at all. */
  push(chunk: Uint8Array): void;
}

/**
 * A parser of `text/event-stream` (WHATWG HTML, section 9.2.6). Chunks may end anywhere: inside a character, between CR and LF, inside a
 * line. Comments, unknown fields, and events without data are skipped, and so is an event whose closing blank line never comes.
 */
export function createSseParser(onEvent: (event: SseEvent) => void): SseParser {
  const decoder = new TextDecoder();
  let rest = '';
  let endedInCr = false;
  let event = '';
  let data: string | undefined;

  const finishEvent = (): void => {
    if (data !== undefined) onEvent({ event: event || 'message', data });
    event = '';
    data = undefined;
  };
  const takeLine = (line: string): void => {
    if (line === '') {
      finishEvent();
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(line.charAt(colon + 1) === ' ' ? colon + 2 : colon + 1);
    if (name === 'data') data = data === undefined ? value : `${data}\n${value}`;
    else if (name === 'event') event = value;
  };

  return {
    push: (chunk) => {
      let text = decoder.decode(chunk, { stream: true });
      if (text === '') return;
      // A CR at the end of a chunk already ended its line; the LF that may follow it belongs to the same end.
      if (endedInCr && text.startsWith('\n')) text = text.slice(1);
      endedInCr = text.endsWith('\r');
      if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) takeLine(line);
    },
  };
}

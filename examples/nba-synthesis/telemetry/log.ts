/** Structured logs after the OpenTelemetry log data model: one JSON object a line, attribute names from the semantic conventions. */

/** An attribute's value. `undefined` leaves the attribute out. */
export type AttributeValue = string | number | boolean | readonly string[] | undefined;

/** Attributes by their OpenTelemetry name: `gen_ai.tool.name`, `mcp.session.id`, `error.type`, `duration_ms`. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Where log records go. The body says what happened in words that do not vary; what varies belongs into attributes. */
export interface Logger {
  info(body: string, attributes?: Attributes): void;
  warn(body: string, attributes?: Attributes): void;
  error(body: string, attributes?: Attributes): void;
}

/** Who logs, and where to. */
export interface LoggerOptions {
  /** `service.name` of the resource. */
  readonly service: string;
  /** `service.version` of the resource. */
  readonly version: string;
  /** Receives whole lines: `process.stdout`, or `process.stderr` where standard output carries a protocol. */
  readonly stream: { write(line: string): unknown };
  /** For tests. */
  readonly date?: () => Date;
}

/** Severity numbers of the OpenTelemetry log data model. */
const SEVERITY_NUMBER = { INFO: 9, WARN: 13, ERROR: 17 } as const;

/**
 * A logger that writes one line for each record:
 * `{timestamp, severity_text, severity_number, body, resource: {service.name, service.version}, attributes}`.
 * JSON escapes line breaks, so text from outside cannot forge a record. Never pass secrets or query parameters.
 */
export function createLogger(options: LoggerOptions): Logger {
  const resource = { 'service.name': options.service, 'service.version': options.version };
  const date = options.date ?? ((): Date => new Date());
  const writer =
    (severity: keyof typeof SEVERITY_NUMBER) =>
    (body: string, attributes: Attributes = {}): void => {
      const record = {
        timestamp: date().toISOString(),
        severity_text: severity,
        severity_number: SEVERITY_NUMBER[severity],
        body,
        resource,
        attributes,
      };
      options.stream.write(`${JSON.stringify(record)}\n`);
    };
  return { info: writer('INFO'), warn: writer('WARN'), error: writer('ERROR') };
}

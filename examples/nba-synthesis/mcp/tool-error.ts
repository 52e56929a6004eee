/** A tool call that failed in a way its caller can do something about. Becomes a result with `isError`, never an exception of the protocol. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  /** OpenTelemetry's `error.type`: a SQLSTATE, an S3 error code, or a word of ours. */
  readonly type: string;

  constructor(type: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.type = type;
  }
}

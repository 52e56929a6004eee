/** Where an annotation belongs. */
export interface AnnotationProperties {
  readonly title?: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

/** What actions use of `@actions/core`: the runner's commands and files. */
export interface Toolkit {
  startGroup(name: string): void;
  endGroup(): void;
  error(message: string, properties?: AnnotationProperties): void;
  warning(message: string, properties?: AnnotationProperties): void;
  notice(message: string, properties?: AnnotationProperties): void;
  debug(message: string): void;
  setOutput(name: string, value: string | number | boolean): void;
  readonly summary: { addRaw(text: string): { write(): Promise<unknown> } };
}

/** Loads `@actions/core`, which takes longer than everything before the first line of the log. */
export async function loadToolkit(): Promise<Toolkit> {
  return await import('@actions/core');
}

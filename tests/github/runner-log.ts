/** What the runner makes of the lines that an action prints: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */

/** One workflow command that the runner obeyed. */
export interface WorkflowCommand {
  /** In lower case: the runner does not care. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A message that the run's page shows beside the log. */
export interface LogAnnotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** `file`, `line`, `title` and so on, as they were given. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What was read from a log. */
export interface RunnerLog {
  readonly commands: readonly WorkflowCommand[];
  readonly annotations: readonly LogAnnotation[];
  readonly masks: readonly string[];
  readonly groups: readonly string[];
  /** Outputs and state by the old commands `set-output` and `save-state`. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Why the runner fails the step whatever its exit code is. */
  readonly failures: readonly string[];
  /** The lines without the `add-mask` commands, which the runner never shows. Nothing is masked in them. */
  readonly shown: string;
}

const NAMES = [
  ...['set-env', 'set-output', 'save-state', 'add-path', 'add-mask', 'add-matcher', 'remove-matcher'],
  ...['debug', 'warning', 'error', 'notice', 'group', 'endgroup', 'echo', 'stop-commands'],
];

/** Reads a whole stream of a step, standard output or standard error: the runner obeys commands in both. */
export function readRunnerLog(text: string): RunnerLog {
  const reading = { commands: new Array<WorkflowCommand>(), failures: new Array<string>(), shown: new Array<string>() };
  const known = new Set(NAMES);
  let stoppedUntil: string | undefined;
  // A lone carriage return ends a line for the runner.
  for (const line of text.split(/\r\n|\r|\n/)) {
    const command = parseCommand(line, known);
    if (command?.name !== 'add-mask' || stoppedUntil !== undefined) reading.shown.push(line);
    if (command === undefined) continue;
    if (stoppedUntil !== undefined) {
      if (command.name !== stoppedUntil) continue;
      known.delete(stoppedUntil);
      stoppedUntil = undefined;
      continue;
    }
    reading.commands.push(command);
    const failure = failureOf(command);
    if (failure !== undefined) reading.failures.push(failure);
    else if (command.name === 'stop-commands') known.add((stoppedUntil = command.data.toLowerCase()));
  }
  return { ...digest(reading.commands), ...reading, shown: reading.shown.join('\n') };
}

function digest(commands: readonly WorkflowCommand[]): Omit<RunnerLog, 'commands' | 'failures' | 'shown'> {
  const dataOf = (name: string): string[] => commands.filter((command) => command.name === name).map(({ data }) => data);
  const valuesOf = (name: string): Record<string, string> =>
    Object.fromEntries(
      commands.filter((command) => command.name === name).map(({ properties, data }) => [properties['name'] ?? '', data]),
    );
  const annotations = commands.flatMap(({ name, properties, data }) =>
    name === 'error' || name === 'warning' || name === 'notice' ? [{ level: name, message: data, properties } as const] : [],
  );
  const groups = dataOf('group');
  return { annotations, masks: dataOf('add-mask'), groups, outputs: valuesOf('set-output'), state: valuesOf('save-state') };
}

/** What the runner refuses: commands that were retired because foreign text in a log could use them, and end marks that are commands. */
function failureOf({ name, data }: WorkflowCommand): string | undefined {
  if (name === 'set-env' || name === 'add-path') return `The \`${name}\` command is disabled.`;
  if (name === 'stop-commands' && (data === '' || [...NAMES, 'pause-logging'].includes(data.toLowerCase())))
    return `The mark '${data}' cannot end a pause of commands.`;
  return undefined;
}

/** `::name key=value,key=value::data` after blanks, else the older `##[name key=value;key=value]data` anywhere in the line. */
function parseCommand(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const newer = /^\s*::((?:(?!::).)*)::(.*)$/su.exec(line);
  return (
    build(newer, { known, separator: ',', unescape: UNESCAPE.newer }) ??
    build(/##\[([^\]]*)\](.*)$/su.exec(line), { known, separator: ';', unescape: UNESCAPE.older })
  );
}

interface Grammar {
  readonly known: ReadonlySet<string>;
  readonly separator: string;
  readonly unescape: { readonly data: readonly Escape[]; readonly property: readonly Escape[] };
}

type Escape = readonly [code: string, text: string];

/** In the runner's order: the percent sign comes last, so that `%250A` stays a text with `%0A`. */
const LINE_BREAKS: readonly Escape[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
];
const PERCENT: Escape = ['%25', '%'];
const OLDER: readonly Escape[] = [['%3B', ';'], ...LINE_BREAKS, ['%5D', ']'], PERCENT];
const UNESCAPE = {
  newer: { data: [...LINE_BREAKS, PERCENT], property: [...LINE_BREAKS, ['%3A', ':'], ['%2C', ','], PERCENT] },
  older: { data: OLDER, property: OLDER },
} as const;

function build(match: RegExpExecArray | null, { known, separator, unescape }: Grammar): WorkflowCommand | undefined {
  const [, info = '', data = ''] = match ?? [];
  const blank = info.indexOf(' ');
  const name = (blank < 0 ? info : info.slice(0, blank)).toLowerCase();
  if (match === null || !known.has(name)) return undefined;
  const pairs = (blank < 0 ? '' : info.slice(blank + 1).trim()).split(separator).map((pair): [string, string] => {
    const equals = pair.indexOf('=');
    return equals < 0 ? ['', ''] : [pair.slice(0, equals), replaceAll(pair.slice(equals + 1), unescape.property)];
  });
  const properties = Object.fromEntries(pairs.filter(([key, value]) => key !== '' && value !== ''));
  return { name, properties, data: replaceAll(data, unescape.data) };
}

function replaceAll(text: string, escapes: readonly Escape[]): string {
  return escapes.reduce((result, [code, plain]) => result.replaceAll(code, plain), text);
}

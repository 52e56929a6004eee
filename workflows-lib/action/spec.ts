/** What an action takes and gives, declared once: inputs are parsed by it, action.yml and the READMEs are held against it. */

/** One input. Its kind decides how the text is read; `default` is what applies where nothing was given. */
export type InputSpec = InputTraits & InputKind;

/** What inputs of every kind have. */
export interface InputTraits {
  /** One sentence for people, as in action.yml and the README. */
  readonly description: string;
  readonly required?: boolean;
  /** Masked in every form before anything is logged; never quoted in a message. */
  readonly secret?: boolean;
}

/** The kinds of inputs. */
export type InputKind =
  | TextInput
  | { readonly kind: 'path'; readonly default?: string }
  /** One entry a line; blank lines are left out. Commas separate nothing, because globs and queries contain them. */
  | { readonly kind: 'list'; readonly default?: string }
  /** `true` or `false`, as in the core schema of YAML 1.2. */
  | { readonly kind: 'boolean'; readonly default: boolean }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly default?: number }
  /** `500ms`, `30s`, `5m`; milliseconds after parsing. */
  | { readonly kind: 'duration'; readonly default?: string }
  | { readonly kind: 'choice'; readonly choices: readonly [string, ...string[]]; readonly default: string };

/** Free text. An empty one counts as not given unless `allowEmpty` says that it has a meaning of its own. */
export interface TextInput {
  readonly kind: 'text';
  readonly default?: string;
  readonly allowEmpty?: true;
}

/** Inputs by their kebab-case names. */
export type InputSpecs = Readonly<Record<string, InputSpec>>;

/** Descriptions of outputs by their kebab-case names. */
export type OutputSpecs = Readonly<Record<string, string>>;

/** An action. */
export interface ActionSpec<I extends InputSpecs, O extends OutputSpecs> {
  /** Its folder under actions/. */
  readonly name: string;
  /** Its `name` in action.yml. */
  readonly title: string;
  /** What it does, in one sentence. */
  readonly description: string;
  /** How GitHub shows it: a Feather icon and one of its colours. */
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: I;
  readonly outputs: O;
  /** Inputs that contradict each other: a sentence that names them and the mend. */
  readonly check?: (inputs: InputsOf<I>) => string | undefined;
}

/** Any action, for what only reads its declaration. */
export type AnyActionSpec = Pick<
  ActionSpec<InputSpecs, OutputSpecs>,
  'name' | 'title' | 'description' | 'branding' | 'inputs' | 'outputs'
>;

/** The inputs of an action after parsing. What may be left out and has no default may be undefined; a list is then empty. */
export type InputsOf<I extends InputSpecs> = { readonly [Name in keyof I]: ValueOf<I[Name]> | Absent<I[Name]> };

type ValueOf<S extends InputSpec> = S extends { readonly kind: 'boolean' }
  ? boolean
  : S extends { readonly kind: 'integer' | 'duration' }
    ? number
    : S extends { readonly kind: 'list' }
      ? readonly string[]
      : S extends { readonly choices: readonly (infer Choice)[] }
        ? Choice
        : string;

type Absent<S extends InputSpec> = S extends
  { readonly required: true } | { readonly default: string | number | boolean } | { readonly kind: 'list' }
  ? never
  : undefined;

/** Checks a declaration's types and keeps its literals, so that its inputs are typed one by one. */
export function defineAction<const I extends InputSpecs, const O extends OutputSpecs>(spec: ActionSpec<I, O>): ActionSpec<I, O> {
  return spec;
}

/** The default as it stands in action.yml; undefined where there is none. */
export function defaultText(input: InputSpec): string | undefined {
  return input.default === undefined ? undefined : String(input.default);
}

/** A default that only the runner can work out, such as `${{ github.token }}`. */
export function isExpression(text: string): boolean {
  return text.includes('${{');
}

/** The environment variable that the runner hands an input over in: upper case, blanks to underscores, hyphens kept. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

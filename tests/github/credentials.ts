import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ARTIFACT_LIMITS, readZip } from '../../workflows-lib/github/read-zip.ts';
import type { LoopbackGitHub, RecordedRequest } from './contract.ts';
import type { ActionRun } from './spawn-action.ts';
import type { GitHubState } from './state.ts';

/** Texts by the place where they stand. */
type Places = Readonly<Record<string, string>>;

/** What is searched, beside GitHub itself. */
export interface Traces {
  readonly github: LoopbackGitHub;
  /** What a step did, or what is known of it. */
  readonly run: Partial<ActionRun>;
  /** A folder whose files are searched too. */
  readonly workspace?: string;
  /** Secrets that GitHub was never shown. */
  readonly planted: readonly string[];
}

/**
 * The places where a credential stands that should not: one that a test planted, every token that GitHub was shown in an Authorization header
 * (a job's own and the runner's for artifacts alike), and the signature of every signed address unless the runner was told to mask it: the
 * toolkit shows those it uploads to among the details that only debugging shows. Searched are both streams without the
 * `add-mask` commands and not masked, outputs, state, summary, annotations, argument lists, left-over files, the workspace, the path, the
 * headers and the body of every request, and all that GitHub then holds, artifacts unpacked. Base64 and hexadecimal count too.
 */
export async function misplacedCredentials(traces: Traces): Promise<string[]> {
  const { github, run, workspace, planted } = traces;
  const forms = [...new Set([...planted, ...tokensIn(github.requests)])].flatMap(formsOf);
  const signatures = signaturesIn(github.requests).filter((text) => run.masks?.includes(text) !== true);
  const artifacts = await unpacked(github.state);
  const files = workspace === undefined ? {} : filesIn(workspace);
  const ours = { ...stepTexts(run), ...files, ...artifacts };
  const all = { ...ours, ...requestTexts(github.requests), 'what GitHub holds': heldBy(github.state) };
  return [
    ...search(all, forms),
    ...search(
      ours,
      signatures.flatMap((text) => [text, encodeURIComponent(text)]),
    ),
  ];
}

function search(places: Places, wanted: readonly string[]): string[] {
  return Object.entries(places)
    .filter(([, text]) => wanted.some((one) => text.includes(one)))
    .map(([place]) => place);
}

function stepTexts(run: Partial<ActionRun>): Record<string, string> {
  // The raw streams hold the add-mask commands, which the runner never shows; `log` is the same without them.
  const hidden = new Set(['stdout', 'stderr', 'masks', 'commands']);
  const commands = (run.commands ?? []).filter(({ name }) => name !== 'add-mask');
  const shown: readonly (readonly [string, unknown])[] = Object.entries(run).filter(([name]) => !hidden.has(name));
  return Object.fromEntries([...shown, ['commands', commands] as const].map(([name, value]) => [name, JSON.stringify(value)]));
}

function requestTexts(requests: readonly RecordedRequest[]): Record<string, string> {
  return Object.fromEntries(
    requests.map(({ method, path, headers, body }, index) => {
      const others = JSON.stringify({ ...headers, authorization: undefined });
      return [`request ${index}, ${method} ${path.split('?')[0] ?? ''}`, `${path}\n${others}\n${body}`];
    }),
  );
}

function tokensIn(requests: readonly RecordedRequest[]): string[] {
  return requests.flatMap(({ headers }) => /^(?:token|bearer) (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? []);
}

function signaturesIn(requests: readonly RecordedRequest[]): string[] {
  return requests.flatMap(({ path }) => new URL(path, 'http://localhost').searchParams.get('sig') ?? []);
}

function heldBy({ repositories, accounts }: GitHubState): string {
  return JSON.stringify([...repositories.values(), ...accounts.values()]);
}

/** The files of every artifact; one that tests made unreadable on purpose counts as it is. */
async function unpacked({ artifacts }: GitHubState): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { name, bytes } of artifacts) {
    texts[`artifact ${name}`] = bytes.toString('latin1');
    const files = await readZip(bytes, ARTIFACT_LIMITS).catch(() => new Map<string, Buffer>());
    for (const [file, content] of files) texts[`${file} of artifact ${name}`] = content.toString('utf8');
  }
  return texts;
}

function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths.filter((path) => statSync(join(folder, path)).isFile()).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** A secret as it is, in hexadecimal, and in Base64 wherever it stands in a longer text: what three bytes make depends on where they begin. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const encoded = [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // Characters at either end also hold bits of what stands beside it.
    const own = text.slice(offset === 0 ? 0 : offset + 1, Math.floor(((offset + bytes.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [secret, bytes.toString('hex'), ...encoded];
}

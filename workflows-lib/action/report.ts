import { EXIT, exitCodeOf } from '../core/errors.ts';
import type { CommandContext } from '../commands/context.ts';
import type { PublishOptions, Published } from '../commands/publish-report.ts';
import { exitCodeOfVerdict } from '../commands/verdict-exit-code.ts';
import type { ActionEnding } from './conclude.ts';
import type { ActionDoor } from './run-action.ts';
import { defineAction } from './spec.ts';
import type { InputsOf } from './spec.ts';
import type { Outputs } from './write-outputs.ts';

/** The action `report`. */
export const reportSpec = defineAction({
  name: 'report',
  title: 'Shotclock report',
  description:
    'Reports a run where the change is discussed: one comment on the pull request, a check on the commit, a job summary.',
  branding: { icon: 'message-square', color: 'orange' },
  inputs: {
    token: {
      kind: 'text',
      secret: true,
      default: '${{ github.token }}',
      description: 'Token to read artifacts and to write the comment and the check with.',
    },
    run: { kind: 'path', description: 'Path of a run document to report instead of the one in the artifact.' },
    artifact: {
      kind: 'text',
      default: 'shotclock-run',
      allowEmpty: true,
      description: 'Name of the artifact that the benchmark kept its run in; not looked at when `run` is given.',
    },
    confirmation: {
      kind: 'text',
      description:
        'Name of the artifact of a second run that measured again what the first found worse; only what both found worse then fails.',
    },
    name: {
      kind: 'text',
      default: 'benchmark',
      description:
        'Name of the comment and of the check, in lower-case letters, digits and hyphens: two reports on one pull request need two.',
    },
    comment: {
      kind: 'choice',
      choices: ['always', 'on-change', 'never'],
      default: 'always',
      description:
        'When the pull request gets its comment: `always`; `on-change`, once a run does not pass and from then on; or `never`.',
    },
    check: { kind: 'boolean', default: true, description: 'Also create a check run on the commit that was measured.' },
    summary: {
      kind: 'boolean',
      default: true,
      description: 'Also write the whole report into the job summary; needless where the job that measured is in the same run.',
    },
    gate: {
      kind: 'boolean',
      default: false,
      description: 'Also fail this step when the verdict is `fail`, now that the second run and what was accepted are known.',
    },
    strict: {
      kind: 'boolean',
      default: false,
      description: 'Also fail the check, and with `gate` this step, when the verdict is `inconclusive` or `void`.',
    },
    'comment-author': {
      kind: 'text',
      description: 'Login that comments of this token appear under, where that cannot be told from the token.',
    },
  },
  outputs: {
    verdict: 'What the run came to: `pass`, `fail`, `inconclusive`, `void`, or `missing` when there is no run that can be read.',
    'pull-request': 'Number of the pull request; empty when there is none.',
    stale: '`true` when the pull request has moved on from the commit that was measured.',
    'comment-id': 'The id of the comment; empty when none was written.',
    'comment-url': 'Where the comment is; empty when none was written.',
    'check-run-id': 'The id of the check run; empty when none was created.',
  },
  check: ({ run, artifact, gate, strict, check }) => {
    if (run === undefined && artifact === '') return 'run and artifact are both empty: name one of them';
    return strict && !gate && !check
      ? 'strict is for the check and for a gate; let there be one of them, or leave it out'
      : undefined;
  },
});

/** Its inputs, parsed. */
export type ReportInputs = InputsOf<typeof reportSpec.inputs>;

type ReportEnding = ActionEnding<typeof reportSpec.outputs>;

/** The command that it runs. */
export interface ReportCommands {
  publishReport(options: PublishOptions, context: CommandContext): Promise<Published>;
}

const COMMANDS: ReportCommands = {
  publishReport: async (options, context) => (await import('../commands/publish-report.ts')).publishReport(options, context),
};

/** Publishes a run. A verdict that is not a pass fails the check, and this step only where it is asked to be the gate: the report itself succeeded. */
export async function runReport(
  inputs: ReportInputs,
  door: ActionDoor,
  commands: ReportCommands = COMMANDS,
): Promise<ReportEnding> {
  const published = await commands.publishReport(optionsOf(inputs), door.context);
  const { failure, summary, annotations, check, verdict } = published;
  const gate = inputs.gate && verdict !== 'missing' ? exitCodeOfVerdict(verdict, inputs) : EXIT.pass;
  for (const line of describe(published)) door.print(line);
  return {
    outputs: outputsOf(published),
    ...(inputs.summary ? { summary } : {}),
    // A check run carries them already; in the log they would stand on the same lines a second time.
    annotations: check === null ? annotations : [],
    exitCode: failure === undefined ? gate : exitCodeOf(failure),
    ...(gate === EXIT.pass ? {} : { reason: `The verdict is ${verdict}: the comment and the check say why.` }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function optionsOf(inputs: ReportInputs): PublishOptions {
  const { token, run, artifact, confirmation, name, comment, check, strict, 'comment-author': author } = inputs;
  return {
    token,
    artifact,
    ...(run === undefined ? {} : { run }),
    name,
    comment,
    check,
    strict,
    ...(confirmation === undefined ? {} : { confirmation }),
    ...(author === undefined ? {} : { author }),
  };
}

function outputsOf({ verdict, pullRequest, stale, comment, check }: Published): Outputs<typeof reportSpec.outputs> {
  return {
    verdict,
    stale,
    ...given('pull-request', pullRequest),
    ...given('comment-id', comment?.id),
    ...given('comment-url', comment?.url),
    ...given('check-run-id', check?.id),
  };
}

/** An output that stays empty where there is nothing to say. */
function given(
  name: keyof typeof reportSpec.outputs,
  value: string | number | null | undefined,
): Outputs<typeof reportSpec.outputs> {
  return value === null || value === undefined ? {} : { [name]: value };
}

function describe({ verdict, pullRequest, comment, check }: Published): string[] {
  const where = pullRequest === null ? 'no pull request' : `pull request #${pullRequest}`;
  return [
    `Verdict: ${verdict}, ${where}`,
    ...(comment === null ? [] : [`Comment ${comment.outcome}${comment.url === null ? '' : `: ${comment.url}`}`]),
    ...(check === null ? [] : [`Check run ${check.id}${check.url === null ? '' : `: ${check.url}`}`]),
  ];
}

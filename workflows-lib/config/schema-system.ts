/** `system:` of the file. */
import { z } from 'zod';
import {
  NAME_PATTERN,
  commandLine,
  duration,
  either,
  environment,
  flag,
  integer,
  list,
  named,
  section,
  text,
  urlPath,
} from './fields.ts';

const readySchema = section(
  {
    http: urlPath('Ready when this path answers with a 2xx status.', '/readyz').optional(),
    tcp: flag('Ready when the port accepts connections.', 'tcp').optional(),
    log: text('Ready when a line of the output matches this regular expression.', 'listening on .*').optional(),
  },
  'ready: { http: /readyz }',
).meta({
  description: 'How the process shows that it is ready: exactly one of http, tcp and log.',
  minProperties: 1,
  maxProperties: 1,
});

const processSchema = section(
  {
    run: commandLine(
      'Command line that starts the process, split into words like a shell would; no shell runs it. May hold ${services.NAME.url} and the like.',
      'node api.ts',
    ),
    cwd: text("Working directory, relative to this file's folder (the default).", 'services/api').optional(),
    env: environment(
      'Environment variables of the process. Values may hold ${services.NAME.url}, ${processes.NAME.port}, ${run.seed} and the like.',
    ).optional(),
    port: integer('Port that the process listens on; a free one is found without it. The process gets it as PORT.', {
      min: 1,
      max: 65_535,
      example: 3000,
    }).optional(),
    ready: readySchema.optional(),
    ready_timeout: duration('How long the process may take to be ready.', '30s').default('30s'),
    stop_timeout: duration('How long the process may take to stop before it is killed.', '10s').default('10s'),
    needs: z
      .array(text('Name of a process.', 'mcp'), { error: 'expected a list of process names, for example needs: [mcp]' })
      .meta({ description: 'Processes that must be ready first. Services always are.' })
      .default([]),
    mcp: urlPath('Path of the MCP endpoint, when this process is an MCP server over streamable HTTP.', '/mcp').optional(),
  },
  'api: { run: node api.ts }',
).meta({ description: 'A process of the system.' });

/** `system:` */
export const systemSchema = section(
  {
    name: text('What reports call the system.', 'my-service', {
      expected: 'a name of letters, digits, spaces, ".", "_" and "-" (100 at most)',
      pattern: /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/,
    }),
    install: commandLine('Command line that installs dependencies; runs before those of prepare.', 'npm ci').optional(),
    prepare: either(
      [
        commandLine('A command line.', 'node make-data.ts'),
        list(commandLine('A command line.', 'node make-data.ts'), 'Command lines, in order.', '[node make-data.ts]'),
      ],
      {
        description: 'Command lines that run once, before anything starts: generated data, builds.',
        expected: 'a command line or a list of them',
        example: 'prepare: node make-data.ts',
      },
    ).optional(),
    processes: named(processSchema, NAME_PATTERN, {
      description: 'Processes of the system, by name.',
      what: 'process',
      example: 'processes: { api: { run: node api.ts } }',
    }).default({}),
  },
  'system: { name: my-service }',
).meta({ description: 'The system that is measured: its name and its processes.' });

/** `system:` as the file has it, defaults filled in. */
export type SystemFile = z.output<typeof systemSchema>;
/** One process as the file has it, defaults filled in. */
export type ProcessFile = z.output<typeof processSchema>;

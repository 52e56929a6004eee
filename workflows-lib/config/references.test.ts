import { expect, test } from '@jest/globals';
import { UsageError } from '../core/errors.ts';
import { referenceProblem, resolveReferences, serviceFields } from './references.ts';

const targets = {
  services: new Map([
    ['db', serviceFields({ type: 'postgres', roles: { reader: undefined } })],
    ['stdio', serviceFields({ type: 'mcp', run: 'x' })],
    ['broken', undefined],
  ]),
  processes: ['api'],
};

test.each([
  'services.db.url',
  'services.db.roles.reader',
  'services.db.password',
  'processes.api.port',
  'run.seed',
  'services.broken.x',
])('%s can be resolved', (reference) => {
  expect(referenceProblem(reference, targets)).toBeUndefined();
});

test.each([
  ['services.dbb.url', '${services.dbb.url}: no service "dbb"; did you mean "db"?'],
  ['services.db', '${services.db}: db has no ""; known here: url, host, port, user, password, database, roles.reader'],
  ['services.db.roles.raeder', '${services.db.roles.raeder}: db has no "roles.raeder"; did you mean "roles.reader"?'],
  ['services.stdio.url', '${services.stdio.url}: stdio has no "url"; stdio runs over stdio and has no address'],
  ['processes.apo.url', '${processes.apo.url}: no process "apo"; did you mean "api"?'],
  ['processes.api.pid', '${processes.api.pid}: api has no "pid"; known here: port, url'],
  ['run.id', '${run.id}: run has no "id"; known here: seed'],
  ['system.name', '${system.name}: references begin with services, processes or run'],
])('%s cannot: %s', (reference, problem) => {
  expect(referenceProblem(reference, targets)).toBe(problem);
});

test('resolving replaces references once and turns escaped ones into plain text', () => {
  const lookup = (reference: string): string | undefined => (reference === 'run.seed' ? '${run.seed}$&' : undefined);
  expect(resolveReferences('a ${run.seed} $${run.seed}', lookup)).toBe('a ${run.seed}$& ${run.seed}');
  expect(() => resolveReferences('${services.db.url}', lookup)).toThrow(UsageError);
});

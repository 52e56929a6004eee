import { EOL } from 'node:os';

/**
 * One line that the runner obeys: `::name::data`, line breaks and percent signs escaped as `@actions/core` does. Only for what must be
 * written before that package is there (it takes most of an action's start) or when nothing can be trusted any more.
 */
export function workflowCommand(name: 'add-mask' | 'error' | 'endgroup' | 'group', data = ''): string {
  return `::${name}::${data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}${EOL}`;
}

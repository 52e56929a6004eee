import { textAt } from '../../core/json.ts';
import { classify, ending, type Ending } from '../failure.ts';

/** SQLSTATE, PostgreSQL documentation, appendix A. */
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** What an error of `pg` means: `sql_<SQLSTATE>` where the server said it, else what happened to the connection. */
export function postgresEnding(thrown: unknown, secrets: readonly string[]): Ending {
  const code = textAt(thrown, 'code');
  const message = textAt(thrown, 'message');
  if (isServerError(thrown)) return ending('error', { class: `sql_${code}`, message }, secrets);
  // `pg` has no code for a connection that breaks under a query.
  if (message.startsWith('Connection terminated')) {
    return ending(
      'error',
      { class: 'connection_closed', message: 'the server closed the connection before it answered' },
      secrets,
    );
  }
  return classify(thrown, secrets);
}

/** Whether the connection can be used again: the server refused a statement and waits for the next one. */
export function isUsableAfter(thrown: unknown): boolean {
  return isServerError(thrown) && textAt(thrown, 'severity') === 'ERROR';
}

function isServerError(thrown: unknown): boolean {
  return SQLSTATE.test(textAt(thrown, 'code')) && textAt(thrown, 'severity') !== '';
}

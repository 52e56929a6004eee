import { connect } from 'node:net';
import type { Client } from 'pg';

/** How long a cancel request may take; nobody waits for it. */
const CANCEL_TIMEOUT_MS = 2_000;
/** The code of a cancel request (PostgreSQL documentation, 54.7 Message Formats: CancelRequest). */
const CANCEL_REQUEST = 80_877_102;

/**
 * Asks the server to stop what this connection is doing, on a connection of its own as the protocol wants it. Without it, a server goes on
 * with a query whose client has given up, and a load test with timeouts would bury it. Best effort: nothing tells whether it worked.
 */
export function cancelQuery(client: Client): void {
  const processId: unknown = Reflect.get(client, 'processID');
  const secretKey: unknown = Reflect.get(client, 'secretKey');
  if (typeof processId !== 'number' || typeof secretKey !== 'number') return;
  const request = Buffer.alloc(16);
  request.writeInt32BE(16, 0);
  request.writeInt32BE(CANCEL_REQUEST, 4);
  request.writeInt32BE(processId, 8);
  request.writeInt32BE(secretKey, 12);
  const { host, port } = client;
  const socket = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
  socket.unref();
  socket.setTimeout(CANCEL_TIMEOUT_MS, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.end(request);
}

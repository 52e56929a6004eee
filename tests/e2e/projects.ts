/** Small projects for the end-to-end tests: the least that shows each behaviour. */

/** A server that answers `{"status":"ok"}`, and 500 on /broken; it listens on PORT. */
export const WEB_SERVER = `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  response.statusCode = request.url === '/broken' ? 500 : 200;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ status: 'ok' }));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => server.close(() => process.exit(0)).closeAllConnections());
`;

/** A project with that server. `more` is appended to the file. */
export function webProject(more = ''): string {
  return `
system:
  name: tiny
  processes:
    web: { run: node web.mjs, ready: { http: / } }
operations:
  web.hello: { on: web, get: /, expect: { json: { status: ok } } }
benchmark: { samples: 5, warm_up: 1 }
load: { users: [1, 2], duration: 300ms, mix: { web.hello: 1 } }
${more}`;
}

/** A project whose only operation goes to one service. */
export function serviceProject(service: string, operation: string): string {
  return `
system: { name: tiny, processes: {} }
services:
  target: ${service}
operations:
  target.call: ${operation}
benchmark: { samples: 3, warm_up: 1 }
`;
}

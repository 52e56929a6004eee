/** A tool server for tests: every `tools/call` runs QUERIES statements. Started by itself: `node tool-server.ts`. */
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 1 });
const queries = Number(process.env['QUERIES']);

createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    void answer().then((rows) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: { content: [{ type: 'text', text: String(rows) }] } }));
    });
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');

async function answer(): Promise<number> {
  let rows = 0;
  for (let query = 0; query < queries; query++) {
    rows += (await pool.query('SELECT id FROM games WHERE id <= $1', [query])).rows.length;
  }
  // What ends after the answer belongs to the call as well.
  if (queries > 1) setTimeout(() => void pool.query('SELECT pg_sleep(0.005)'), 1);
  return rows;
}

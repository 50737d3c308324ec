// The limit: a bare HTTP server that answers each case with one prepared statement, which returns the finished JSON.
// Started as: node hand-written.mjs '{"url":"postgres://…","pool":10,"statements":{"name":"select … ::text as json"}}'.
// A request is POST /<name> with the values of the statement as a JSON array. Prints "ready at URL".
import { createServer } from 'node:http';
import pg from 'pg';

const { url, pool: max, statements } = JSON.parse(process.argv[2] ?? '{}');
const pool = new pg.Pool({ connectionString: url, max });

async function answer(name, body) {
  const { rows } = await pool.query({ name, text: statements[name], values: JSON.parse(body) });
  return rows[0].json;
}

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    answer(request.url.slice(1), Buffer.concat(parts).toString('utf8')).then(
      (json) => {
        const bytes = Buffer.from(json, 'utf8');
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
      },
      (fault) => response.writeHead(500).end(String(fault)),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`ready at http://127.0.0.1:${server.address().port}\n`));
process.on('SIGTERM', () => process.exit(0));

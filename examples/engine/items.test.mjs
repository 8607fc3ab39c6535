import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { browserFetch } from './browser-fetch.mjs';

// The server under test: its preflight does not allow the header that the page sends.
const server = createServer((request, response) => {
  response.setHeader('Access-Control-Allow-Origin', 'https://app.example');
  response.setHeader('Vary', 'Origin');
  response.writeHead(request.method === 'OPTIONS' ? 204 : 200).end();
});
before(() => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)));
after(() => server.close());

const fetchAs = (origin, path, options) =>
  browserFetch(origin)(`http://127.0.0.1:${server.address().port}${path}`, options);

test('the page may read the items', async () => {
  assert.equal((await fetchAs('https://app.example', '/items')).status, 200);
});

test('another page may not', async () => {
  await assert.rejects(fetchAs('https://other.example', '/items'), /allow-origin-mismatch \(response\)/);
});

test('a header that the preflight does not allow fails here, as in a browser', async () => {
  const request = fetchAs('https://app.example', '/items', { headers: { Authorization: 'Bearer x' } });
  await assert.rejects(request, /preflight-header-not-allowed \(preflight\)/);
});

import { startApplication, startProgram, together, visit } from './programs';
import { type ServerCase, serverCase } from './server-case';
import { upstreamDown } from './upstream-down';

/** Starts Varnish with a backend for each port, and these subroutines. */
function startVarnish(port: number, backends: Readonly<Record<string, number>>, lines = '') {
  const config = `vcl 4.1;
${Object.entries(backends)
  .map(([name, at]) => `backend ${name} { .host = "127.0.0.1"; .port = "${at}"; }\n`)
  .join('')}
${lines}
`;
  const args = ['-F', '-a', `127.0.0.1:${port}`, '-f', '{folder}/default.vcl', '-n', '{folder}/work'];
  const jail = ['-j', 'none', '-s', 'malloc,8m', '-p', 'thread_pools=1'];
  return startProgram(
    { command: 'varnishd', args: [...args, ...jail], files: { 'default.vcl': config } },
    port,
  );
}

/** Stored by Varnish, not by the browser. */
const stored = { 'Cache-Control': 's-maxage=60, max-age=0', 'Content-Type': 'application/json' };

/** The servers of Varnish. */
export const varnishCases: readonly ServerCase[] = [
  upstreamDown('Varnish', (port, items, orders) =>
    startVarnish(
      port,
      { items, orders },
      `sub vcl_recv { if (req.url == "/orders") { set req.backend_hint = orders; } return (pass); }`,
    ),
  ),
  serverCase({
    id: 'varnish-cached-for-other-origin',
    product: 'Varnish',
    cause: 'cached-for-other-origin',
    why: 'The application echoes the origin without Vary, so the second site gets the header of the first.',
    twin: {
      differs: 'Varnish passes the request on; the application always allows the first site.',
      cause: null,
    },
    fix: 'Vary: Origin.',
    path: '/feed',
    works: ({ feed }) => feed === 200,
    script: (at) => `return { feed: await asked('${at('/feed')}') };`,
    async start({ variant, at }, port, behind) {
      const first = 'http://www.first-reader.localhost';
      const application = await startApplication(behind, ({ headers }, response) => {
        response.writeHead(200, {
          ...stored,
          'Access-Control-Allow-Origin': variant === 'twin' ? first : (headers.origin ?? '*'),
          ...(variant === 'fix' && { Vary: 'Origin' }),
        });
        response.end('{}');
      });
      const pass = variant === 'twin' ? 'sub vcl_recv { return (pass); }' : '';
      const varnish = await startVarnish(port, { items: behind }, pass);
      await visit(at('api', '/feed'), { Origin: first });
      return together(varnish, application);
    },
  }),
  serverCase({
    id: 'varnish-cached-without-origin',
    product: 'Varnish',
    cause: 'cdn-cached-without-origin',
    why: 'Varnish stored the response to a request without Origin, which has no CORS headers.',
    twin: { differs: 'Varnish passes the request on; the application never adds the header.', cause: null },
    fix: 'Vary: Origin, always.',
    path: '/logo.json',
    works: ({ logo }) => logo === 200,
    script: (at) => `return { logo: await asked('${at('/logo.json')}') };`,
    async start({ variant, at }, port, behind) {
      const application = await startApplication(behind, ({ headers }, response) => {
        const isAllowed = headers.origin !== undefined && variant !== 'twin';
        response.writeHead(200, {
          ...stored,
          ...(isAllowed && { 'Access-Control-Allow-Origin': '*' }),
          ...(variant === 'fix' && { Vary: 'Origin' }),
        });
        response.end('{}');
      });
      const pass = variant === 'twin' ? 'sub vcl_recv { return (pass); }' : '';
      const varnish = await startVarnish(port, { items: behind }, pass);
      await visit(at('api', '/logo.json'));
      return together(varnish, application);
    },
  }),
];

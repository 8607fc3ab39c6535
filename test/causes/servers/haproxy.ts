import { startApplication, startProgram, together } from './programs';
import { type ServerCase, serverCase } from './server-case';
import { upstreamDown } from './upstream-down';

/** Starts HAProxy with the lines of its frontend, and one backend for each port. */
function startHaproxy(port: number, lines: string, backends: Readonly<Record<string, number>>) {
  const config = `defaults
  mode http
  timeout connect 2s
  timeout client 5s
  timeout server 5s
  retries 0
frontend front
  bind 127.0.0.1:${port}
  ${lines}
  default_backend items
${Object.entries(backends)
  .map(([name, at]) => `backend ${name}\n  server ${name} 127.0.0.1:${at}\n`)
  .join('')}`;
  return startProgram(
    { command: 'haproxy', args: ['-db', '-f', '{folder}/haproxy.cfg'], files: { 'haproxy.cfg': config } },
    port,
  );
}

/** An application with CORS that answers preflights. */
function startAllowing(port: number, fails: (url: string) => boolean = () => false) {
  return startApplication(port, (request, response) => {
    const isBroken = fails(request.url ?? '/');
    const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization' };
    response.writeHead(isBroken ? 500 : 200, isBroken ? {} : cors).end('{}');
  });
}

/** The servers of HAProxy. */
export const haproxyCases: readonly ServerCase[] = [
  upstreamDown('HAProxy', (port, items, orders) =>
    startHaproxy(port, 'use_backend orders if { path /orders }', { items, orders }),
  ),
  serverCase({
    id: 'haproxy-rate-limit',
    product: 'HAProxy',
    cause: 'rate-limit',
    why: 'http-request deny answers 429 for the application.',
    twin: { differs: 'The limit is not reached; the application answers 500.', cause: 'error-without-cors' },
    fix: 'The limit is raised.',
    path: '/item?n=2',
    works: ({ second }) => second === 200,
    script: (at) =>
      `const first = await asked('${at('/item?n=1')}');
       return { first, second: await asked('${at('/item?n=2')}') };`,
    async start({ variant }, port, behind) {
      const application = await startAllowing(behind, (url) => variant === 'twin' && url === '/item?n=2');
      const limit = variant === 'broken' ? 1 : 100;
      const lines = `stick-table type ip size 1k expire 30s store http_req_rate(30s)
  http-request track-sc0 src
  http-request deny deny_status 429 if { sc_http_req_rate(0) gt ${limit} }`;
      return together(await startHaproxy(port, lines, { items: behind }), application);
    },
  }),
  serverCase({
    id: 'haproxy-https-redirect',
    product: 'HAProxy',
    cause: 'https-redirect',
    why: 'redirect scheme https answers the preflight with 302.',
    twin: { differs: 'It redirects to another path.', cause: 'preflight-redirect' },
    fix: 'The preflight is not redirected.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) =>
      `return { items: await asked('${at('/items')}', { headers: { Authorization: 'Bearer t' } }) };`,
    async start({ variant }, port, behind) {
      const line = {
        broken: 'http-request redirect scheme https',
        twin: 'http-request redirect location /v2/items if !{ path_beg /v2 }',
        fix: '',
      }[variant];
      return together(await startHaproxy(port, line, { items: behind }), await startAllowing(behind));
    },
  }),
  serverCase({
    id: 'haproxy-adds-header-again',
    product: 'HAProxy',
    cause: 'header-twice',
    why: 'http-response add-header adds the header to that of the application.',
    twin: { differs: 'set-header replaces it by another port.', cause: 'other-port' },
    fix: 'set-header replaces it by *.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) => `return { items: await asked('${at('/items')}') };`,
    async start({ variant, origin }, port, behind) {
      const other = origin('page').replace(/\d+$/, '4200');
      const line = {
        broken: 'http-response add-header Access-Control-Allow-Origin *',
        twin: `http-response set-header Access-Control-Allow-Origin ${other}`,
        fix: 'http-response set-header Access-Control-Allow-Origin *',
      }[variant];
      return together(await startHaproxy(port, line, { items: behind }), await startAllowing(behind));
    },
  }),
];

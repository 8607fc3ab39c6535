import { startApplication, startProgram, together } from './programs';
import { type ServerCase, serverCase } from './server-case';
import { upstreamDown } from './upstream-down';

/** Starts Caddy with the lines of a site. */
function startCaddy(port: number, lines: string) {
  const config = `{
  admin off
  auto_https off
}
http://:${port} {
  bind 127.0.0.1
  ${lines}
}
`;
  const files = { Caddyfile: config, 'www/list.json': '[]', 'www/data/list.json': '[]' };
  const args = ['run', '--config', '{folder}/Caddyfile', '--adapter', 'caddyfile'];
  return startProgram({ command: 'caddy', args, files }, port);
}

const cors = 'header Access-Control-Allow-Origin *';
const allows = 'header Access-Control-Allow-Headers authorization';

/** The servers of Caddy. */
export const caddyCases: readonly ServerCase[] = [
  upstreamDown('Caddy', (port, items, orders) =>
    startCaddy(
      port,
      `reverse_proxy /orders 127.0.0.1:${orders}
  reverse_proxy 127.0.0.1:${items}`,
    ),
  ),
  serverCase({
    id: 'caddy-adds-header-again',
    product: 'Caddy',
    cause: 'header-twice',
    why: 'The application and the header directive both add the header.',
    twin: {
      differs: 'Only the application adds it, without the scheme of the origin.',
      cause: 'origin-without-scheme',
    },
    fix: 'header_down removes that of the application.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) => `return { items: await asked('${at('/items')}') };`,
    async start({ variant, origin }, port, behind) {
      const application = await startApplication(behind, (_, response) => {
        const value = variant === 'twin' ? origin('page').replace('http://', '') : '*';
        response.writeHead(200, { 'Access-Control-Allow-Origin': value }).end('{}');
      });
      const remove = variant === 'fix' ? '{\n header_down -Access-Control-Allow-Origin\n}' : '';
      const proxy = `reverse_proxy 127.0.0.1:${behind} ${remove}`;
      return together(await startCaddy(port, `${variant === 'twin' ? '' : cors}\n  ${proxy}`), application);
    },
  }),
  serverCase({
    id: 'caddy-basic-auth',
    product: 'Caddy',
    cause: 'preflight-authentication',
    why: 'basicauth answers the preflight with 401.',
    twin: {
      differs: 'The preflight is answered with 403 by a rule for its path, as is the request.',
      cause: null,
    },
    fix: 'OPTIONS is answered before basicauth.',
    path: '/data/list.json',
    works: ({ list }) => list === 200,
    script: (at) =>
      `return { list: await asked('${at('/data/list.json')}', { headers: { Authorization: 'Basic ' + btoa('u:p') } }) };`,
    start({ variant }, port) {
      // The hash of "p", by bcrypt.
      const hash = '$2a$14$HXhtQMNwjkE9wBSUxF3w/eqDLKwf2gizkedk56U175Or6Hjd7.F4G';
      const guarded = variant === 'fix' ? '@guarded {\n not method OPTIONS\n }' : '@guarded path /data/*';
      const lines = {
        broken: `${guarded}\n  basicauth @guarded {\n u ${hash}\n }`,
        twin: 'respond /data/* 403',
        fix: `${guarded}\n  basicauth @guarded {\n u ${hash}\n }\n  @options method OPTIONS\n  respond @options 204\n  ${cors}\n  ${allows}`,
      }[variant];
      return startCaddy(port, `root * {folder}/www\n  ${lines}\n  file_server`);
    },
  }),
];

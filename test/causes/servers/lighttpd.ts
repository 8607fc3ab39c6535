import { startApplication, startProgram, together } from './programs';
import { type ServerCase, serverCase } from './server-case';
import { upstreamDown } from './upstream-down';

/** Starts lighttpd with these lines; documents are in `www`. */
function startLighttpd(port: number, lines: string) {
  const config = `server.document-root = "{folder}/www"
server.bind = "127.0.0.1"
server.port = ${port}
server.modules += ("mod_setenv", "mod_proxy", "mod_access", "mod_redirect")
mimetype.assign = (".json" => "application/json")
index-file.names = ("index.json")
${lines}
`;
  const files = { 'lighttpd.conf': config, 'www/list.json': '[]', 'www/data/index.json': '{}' };
  return startProgram({ command: 'lighttpd', args: ['-D', '-f', '{folder}/lighttpd.conf'], files }, port);
}

const cors = 'setenv.add-response-header = ("Access-Control-Allow-Origin" => "*")';

/** The servers of lighttpd. */
export const lighttpdCases: readonly ServerCase[] = [
  upstreamDown('lighttpd', (port, items, orders) =>
    startLighttpd(
      port,
      `$HTTP["url"] == "/orders" { proxy.server = ("" => (("host" => "127.0.0.1", "port" => ${orders}))) }
else $HTTP["url"] =~ "" { proxy.server = ("" => (("host" => "127.0.0.1", "port" => ${items}))) }`,
    ),
  ),
  serverCase({
    id: 'lighttpd-answers-options',
    product: 'lighttpd',
    cause: 'options-by-server',
    why: 'lighttpd answers OPTIONS for a file itself, with Allow and without CORS headers.',
    twin: { differs: 'OPTIONS is refused with 403, as is the file.', cause: null },
    fix: 'setenv adds the headers.',
    path: '/list.json',
    works: ({ list }) => list === 200,
    script: (at) =>
      `return { list: await asked('${at('/list.json')}', { headers: { Authorization: 'Bearer t' } }) };`,
    start: ({ variant }, port) =>
      startLighttpd(
        port,
        {
          broken: '',
          twin: 'url.access-deny = (".json")',
          fix: 'setenv.add-response-header = ("Access-Control-Allow-Origin" => "*", "Access-Control-Allow-Headers" => "authorization")',
        }[variant],
      ),
  }),
  serverCase({
    id: 'lighttpd-slash-redirect',
    product: 'lighttpd',
    cause: 'slash-redirect',
    why: 'lighttpd redirects a folder without its slash; the redirect has no CORS headers.',
    twin: { differs: 'A rule redirects to another path.', cause: null },
    fix: 'The page requests the path with its slash.',
    path: '/data',
    works: ({ data }) => data === 200,
    script: (at, { variant }) =>
      `return { data: await asked('${at(variant === 'fix' ? '/data/' : '/data')}') };`,
    async start({ variant }, port, behind) {
      const moved = variant === 'twin' ? 'url.redirect = ("^/data$" => "/v2/data")' : '';
      return together(
        await startLighttpd(port, `$HTTP["url"] =~ "^/data/" { ${cors} }\n${moved}`),
        await startApplication(behind, (_, response) => response.end()),
      );
    },
  }),
];

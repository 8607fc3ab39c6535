import { startApplication, startProgram, together } from './programs';
import { type ServerCase, serverCase } from './server-case';
import { upstreamDown } from './upstream-down';

const modules =
  'mpm_event authn_core authn_file authz_core authz_user authz_host auth_basic headers mime dir rewrite alias dav dav_fs dav_lock proxy proxy_http';

/** Starts Apache with these lines; documents are in `www`. */
export function startApache(port: number, lines: string, files: Readonly<Record<string, string>> = {}) {
  const load = modules
    .split(' ')
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
    .join('\n');
  const config = `${load}
ServerRoot {folder}
PidFile {folder}/pid
ServerName localhost
Listen 127.0.0.1:${port}
ErrorLog {folder}/error
StartServers 1
ServerTokens Prod
DocumentRoot {folder}/www
TypesConfig {folder}/types
DavLockDB {folder}/locks
<Directory {folder}/www>
Require all granted
</Directory>
${lines}
`;
  return startProgram(
    {
      command: 'apache2',
      args: ['-X', '-f', '{folder}/apache.conf'],
      files: {
        'apache.conf': config,
        types: 'application/json json\n',
        'www/list.json': '[]',
        'www/data/list.json': '[]',
        ...files,
      },
    },
    port,
  );
}

const always = 'Header always set Access-Control-Allow-Origin "*"';
const allows = 'Header always set Access-Control-Allow-Headers "authorization, content-type"';
const methods = 'Header always set Access-Control-Allow-Methods "GET, PUT"';
const answersOptions = `RewriteEngine On
RewriteCond %{REQUEST_METHOD} =OPTIONS
RewriteRule ^ - [R=204,L]`;

/** The servers of Apache. */
export const apacheCases: readonly ServerCase[] = [
  serverCase({
    id: 'apache-errors-without-always',
    product: 'Apache',
    cause: 'error-without-cors',
    why: 'Header set without always is left out of a 404.',
    twin: { differs: 'No response has the header.', cause: null },
    fix: 'Header always set.',
    path: '/absent.json',
    works: ({ absent }) => absent === 404,
    script: (at) =>
      `const list = await asked('${at('/list.json')}'); return { list, absent: await asked('${at('/absent.json')}') };`,
    start: ({ variant }, port) =>
      startApache(
        port,
        { broken: 'Header set Access-Control-Allow-Origin "*"', twin: '', fix: always }[variant],
      ),
  }),
  serverCase({
    id: 'apache-answers-options',
    product: 'Apache',
    cause: 'options-by-server',
    why: 'Apache answers OPTIONS itself, with Allow and without CORS headers.',
    twin: { differs: 'Apache refuses OPTIONS with 405.', cause: 'no-options-route' },
    fix: 'OPTIONS is answered with 204 and the headers.',
    path: '/data/list.json',
    works: ({ list }) => list === 200,
    script: (at) =>
      `return { list: await asked('${at('/data/list.json')}', { headers: { Authorization: 'Bearer t' } }) };`,
    start: ({ variant }, port) =>
      startApache(
        port,
        {
          broken: '',
          twin: 'RewriteEngine On\nRewriteCond %{REQUEST_METHOD} =OPTIONS\nRewriteRule ^ - [R=405,L]',
          fix: `${always}\n${allows}\n${answersOptions}`,
        }[variant],
      ),
  }),
  serverCase({
    id: 'apache-dav-answers-options',
    product: 'Apache',
    cause: 'options-by-server',
    why: 'mod_dav answers OPTIONS itself, with DAV and Allow.',
    twin: { differs: 'The headers are added, but PUT is not among the methods.', cause: 'method-not-listed' },
    fix: 'PUT is among the methods.',
    path: '/data/new.json',
    works: ({ put }) => put === 201,
    script: (at) => `return { put: await asked('${at('/data/new.json')}', { method: 'PUT', body: '{}' }) };`,
    start: ({ variant }, port) =>
      startApache(
        port,
        `<Location /data>
Dav On
</Location>
${{ broken: '', twin: `${always}\nHeader always set Access-Control-Allow-Methods "GET"`, fix: `${always}\n${allows}\n${methods}` }[variant]}`,
      ),
  }),
  serverCase({
    id: 'apache-basic-auth',
    product: 'Apache',
    cause: 'preflight-authentication',
    why: 'Require valid-user applies to OPTIONS too.',
    twin: {
      differs: 'OPTIONS needs no login, but Authorization is not an allowed header.',
      cause: 'header-not-listed',
    },
    fix: 'LimitExcept OPTIONS, and Authorization is allowed.',
    path: '/data/list.json',
    works: ({ list }) => list === 200,
    script: (at) =>
      `return { list: await asked('${at('/data/list.json')}', { headers: { Authorization: 'Basic ' + btoa('u:p') } }) };`,
    start({ variant }, port) {
      const require = 'Require valid-user';
      return startApache(
        port,
        `${always}
${variant === 'twin' ? '' : allows}
<Location /data>
AuthType Basic
AuthName area
AuthUserFile {folder}/users
${variant === 'broken' ? require : `<LimitExcept OPTIONS>\n${require}\n</LimitExcept>`}
</Location>`,
        { users: 'u:{SHA}UWuXg/ylF+7L0dBk2i0WUxCxl1k=\n' },
      );
    },
  }),
  serverCase({
    id: 'apache-adds-header-again',
    product: 'Apache',
    cause: 'header-twice',
    why: 'The application and Header add both add the header.',
    twin: {
      differs: 'Only the application adds it, with the origin and a slash.',
      cause: 'origin-with-path',
    },
    fix: 'Header set replaces it.',
    path: '/items',
    works: ({ items }) => items === 200,
    script: (at) => `return { items: await asked('${at('/items')}') };`,
    async start({ variant, origin }, port, behind) {
      const application = await startApplication(behind, (_, response) => {
        const value = variant === 'twin' ? `${origin('page')}/` : '*';
        response.writeHead(200, { 'Access-Control-Allow-Origin': value }).end('{}');
      });
      const verb = { broken: 'Header add', twin: '', fix: 'Header set' }[variant];
      return together(
        await startApache(
          port,
          `ProxyPass / http://127.0.0.1:${behind}/
${verb && `${verb} Access-Control-Allow-Origin "*"`}`,
        ),
        application,
      );
    },
  }),
  upstreamDown('Apache', (port, items, orders) =>
    startApache(
      port,
      `ProxyPass /orders http://127.0.0.1:${orders}/orders\nProxyPass / http://127.0.0.1:${items}/`,
    ),
  ),
];

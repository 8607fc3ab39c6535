import type { Started } from '../../causes/serve';
import { startApplication, startProgram, together } from '../../causes/servers/programs';
import type { LiveStart } from './live-app';
import { startApache, startCaddy, startHaproxy, startNginx } from './start';

/**
 * The application behind a proxy, whose CORS headers are wrong: they allow an old origin; or everything, if the proxy
 * has a text that must remove them.
 */
function startBehind(port: number, text: string): Promise<Started> {
  return startApplication(port, (request, response) => {
    const { url } = request;
    const isSecret = url === '/secret' && request.headers.authorization === undefined;
    const isKnown = url === '/data' || url === '/secret';
    const status = url === '/fail' ? 500 : isSecret ? 401 : isKnown ? 200 : 404;
    const wide = {
      'Access-Control-Allow-Origin': request.headers.origin ?? '*',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Methods': 'GET, PUT, DELETE',
      'Access-Control-Allow-Headers': 'authorization, content-type, x-team',
      'Access-Control-Expose-Headers': 'X-Total, X-Internal',
      'Access-Control-Max-Age': '600',
    };
    const headers = {
      ...(text === '' ? { 'Access-Control-Allow-Origin': 'https://old.example' } : wide),
      'X-Internal': '1',
      'X-Total': '3',
      'Cache-Control': 'max-age=60',
    };
    response.writeHead(status, headers).end('{}');
  });
}

const htpasswd = 'ann:{PLAIN}secret\n';

/**
 * The servers in front of an application. Each of them asks for a password at `/secret`, except lighttpd: it cannot
 * add headers to the response with which it does so.
 */
export const proxies = {
  nginx: async (port, text, { second, behind }) => {
    const server = `${second}
    location / { proxy_pass http://127.0.0.1:${behind}; }
    location /secret { auth_basic "x"; auth_basic_user_file {folder}/users; proxy_pass http://127.0.0.1:${behind}; }`;
    const nginx = await startNginx(port, text, server, { users: htpasswd });
    return together(nginx, await startBehind(behind, text));
  },
  apache: async (port, text, { behind }) => {
    const modules =
      'mpm_event authn_core authn_file authz_core authz_user auth_basic headers rewrite setenvif proxy proxy_http';
    const host = `${text}
ProxyPass / http://127.0.0.1:${behind}/
<Location /secret>
AuthType Basic
AuthName x
AuthUserFile {folder}/users
Require valid-user
</Location>`;
    const files = { users: 'ann:$apr1$salt0000$V7gtPHq4uAVLHlvGVO4aI.\n' };
    const apache = await startApache(port, modules, host, files);
    return together(apache, await startBehind(behind, text));
  },
  caddy: async (port, text, { behind }) => {
    const removed = [...text.matchAll(/^# {3}(header_down .*)$/gm)].map(([, line]) => line).join('\n');
    const site = `  route {
${text}
    @secret {
      path /secret
      not header Authorization *
    }
    error @secret 401
    reverse_proxy 127.0.0.1:${behind} {
${removed}
    }
  }`;
    return together(await startCaddy(port, site), await startBehind(behind, text));
  },
  haproxy: async (port, text, { behind }) => {
    const frontend = `${text}
  http-request deny deny_status 401 if { path /secret } !{ req.hdr(Authorization) -m found }
  default_backend app`;
    const backend = `backend app
  server app 127.0.0.1:${behind}`;
    return together(await startHaproxy(port, frontend, backend), await startBehind(behind, text));
  },
  lighttpd: async (port, text, { behind }) => {
    const config = `server.document-root = "{folder}"
server.bind = "127.0.0.1"
server.port = ${port}
${text === '' ? 'server.modules += ("mod_setenv", "mod_auth", "mod_proxy", "mod_fastcgi")' : ''}
proxy.server = ("" => (("host" => "127.0.0.1", "port" => ${behind})))
${text}
`;
    const files = { 'lighttpd.conf': config };
    const args = ['-D', '-f', '{folder}/lighttpd.conf'];
    return together(
      await startProgram({ command: 'lighttpd', args, files }, port),
      await startBehind(behind, text),
    );
  },
  varnish: async (port, text, { behind }) => {
    const config = `vcl 4.1;
backend default { .host = "127.0.0.1"; .port = "${behind}"; }
${text}
sub vcl_recv {
  if (req.url == "/secret" && !req.http.Authorization) { return (synth(401)); }
}
`;
    const args = ['-F', '-a', `127.0.0.1:${port}`, '-f', '{folder}/default.vcl', '-n', '{folder}/work'];
    const jail = ['-j', 'none', '-s', 'malloc,8m', '-p', 'thread_pools=1'];
    const varnish = { command: 'varnishd', args: [...args, ...jail], files: { 'default.vcl': config } };
    return together(await startBehind(behind, text), await startProgram(varnish, port));
  },
} as const satisfies Readonly<Record<string, LiveStart>>;

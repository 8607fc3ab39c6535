import type { Started } from '../../causes/serve';
import { startApplication, startProgram, together } from '../../causes/servers/programs';
import type { LiveStart } from './live-app';

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

/** The lines with which Apache loads modules of Debian. */
export function loadedModules(names: string): string {
  return names
    .split(' ')
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
    .join('\n');
}

/**
 * The servers in front of an application. Each of them asks for a password at `/secret`, except lighttpd: it cannot
 * add headers to the response with which it does so.
 */
export const proxies = {
  nginx: async (port, text, { second, behind }) => {
    const config = `daemon off; user root; pid {folder}/pid; error_log stderr; worker_processes 1;
events {}
http {
  access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
${text}
  server {
    listen 127.0.0.1:${port};
${second}
    location / { proxy_pass http://127.0.0.1:${behind}; }
    location /secret { auth_basic "x"; auth_basic_user_file {folder}/users; proxy_pass http://127.0.0.1:${behind}; }
  }
}`;
    const args = ['-p', '{folder}', '-c', '{folder}/nginx.conf', '-e', 'stderr'];
    const files = { 'nginx.conf': config, users: htpasswd };
    return together(
      await startProgram({ command: 'nginx', args, files }, port),
      await startBehind(behind, text),
    );
  },
  apache: async (port, text, { behind }) => {
    const modules =
      'mpm_event authn_core authn_file authz_core authz_user auth_basic headers rewrite setenvif proxy proxy_http';
    const config = `${loadedModules(modules)}
ServerRoot {folder}
PidFile {folder}/pid
ServerName localhost
Listen 127.0.0.1:${port}
ErrorLog {folder}/error
StartServers 1
<VirtualHost 127.0.0.1:${port}>
${text}
ProxyPass / http://127.0.0.1:${behind}/
<Location /secret>
AuthType Basic
AuthName x
AuthUserFile {folder}/users
Require valid-user
</Location>
</VirtualHost>
`;
    const files = { 'apache.conf': config, users: 'ann:$apr1$salt0000$V7gtPHq4uAVLHlvGVO4aI.\n' };
    const args = ['-X', '-f', '{folder}/apache.conf'];
    return together(
      await startProgram({ command: 'apache2', args, files }, port),
      await startBehind(behind, text),
    );
  },
  caddy: async (port, text, { behind }) => {
    const removed = [...text.matchAll(/^# {3}(header_down .*)$/gm)].map(([, line]) => line).join('\n');
    const config = `{
  admin off
  auto_https off
}
http://:${port} {
  bind 127.0.0.1
  route {
${text}
    @secret {
      path /secret
      not header Authorization *
    }
    error @secret 401
    reverse_proxy 127.0.0.1:${behind} {
${removed}
    }
  }
}
`;
    const args = ['run', '--config', '{folder}/Caddyfile', '--adapter', 'caddyfile'];
    const caddy = await startProgram({ command: 'caddy', args, files: { Caddyfile: config } }, port);
    return together(caddy, await startBehind(behind, text));
  },
  haproxy: async (port, text, { behind }) => {
    const config = `defaults
  mode http
  timeout connect 2s
  timeout client 5s
  timeout server 5s
frontend front
  bind 127.0.0.1:${port}
${text}
  http-request deny deny_status 401 if { path /secret } !{ req.hdr(Authorization) -m found }
  default_backend app
backend app
  server app 127.0.0.1:${behind}
`;
    const args = ['-db', '-f', '{folder}/haproxy.cfg'];
    const haproxy = await startProgram({ command: 'haproxy', args, files: { 'haproxy.cfg': config } }, port);
    return together(haproxy, await startBehind(behind, text));
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

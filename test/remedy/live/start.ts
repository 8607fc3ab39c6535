import type { Started } from '../../causes/serve';
import { npmFolder } from '../../causes/servers/products';
import { type Program, startProgram } from '../../causes/servers/programs';

/** Starts nginx with lines of its `http` block, and of the `server` block in it. */
export function startNginx(port: number, http: string, server: string, files: Program['files'] = {}) {
  const config = `daemon off; user root; pid {folder}/pid; error_log stderr; worker_processes 1;
events {}
http {
  access_log off; default_type text/html;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
${http}
  server {
    listen 127.0.0.1:${port};
${server}
  }
}`;
  const args = ['-p', '{folder}', '-c', '{folder}/nginx.conf', '-e', 'stderr'];
  return startProgram({ command: 'nginx', args, files: { ...files, 'nginx.conf': config } }, port);
}

/** Starts nginx as a cache that all browsers share. `X-Cache` says what it did. */
export function startSharedCache(port: number, server: number): Promise<Started> {
  const http = '  proxy_cache_path {folder}/cache keys_zone=shared:1m;';
  const location = `    location / {
      proxy_pass http://127.0.0.1:${server};
      proxy_set_header Host $http_host;
      proxy_cache shared;
      add_header X-Cache $upstream_cache_status always;
    }`;
  return startNginx(port, http, location);
}

/** Starts Apache with modules of Debian, named without `mod_`, and lines of a virtual host. */
export function startApache(port: number, modules: string, host: string, files: Program['files'] = {}) {
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
<VirtualHost 127.0.0.1:${port}>
${host}
</VirtualHost>
`;
  const args = ['-X', '-f', '{folder}/apache.conf'];
  return startProgram({ command: 'apache2', args, files: { ...files, 'apache.conf': config } }, port);
}

/** Starts Caddy with lines of a site. */
export function startCaddy(port: number, site: string): Promise<Started> {
  const config = `{
  admin off
  auto_https off
}
http://:${port} {
  bind 127.0.0.1
${site}
}
`;
  const args = ['run', '--config', '{folder}/Caddyfile', '--adapter', 'caddyfile'];
  return startProgram({ command: 'caddy', args, files: { Caddyfile: config } }, port);
}

/** Starts HAProxy with lines of a frontend, and the sections below it. */
export function startHaproxy(port: number, frontend: string, below: string): Promise<Started> {
  const config = `defaults
  mode http
  timeout connect 2s
  timeout client 5s
  timeout server 5s
frontend front
  bind 127.0.0.1:${port}
${frontend}
${below}
`;
  const args = ['-db', '-f', '{folder}/haproxy.cfg'];
  return startProgram({ command: 'haproxy', args, files: { 'haproxy.cfg': config } }, port);
}

/** Starts Next.js in development with files of its folder. */
export function startNext(port: number, files: Readonly<Record<string, string>>): Promise<Started> {
  return startProgram(
    {
      command: process.execPath,
      args: [`${npmFolder}node_modules/next/dist/bin/next`, 'dev', '-p', String(port), '-H', '127.0.0.1'],
      within: npmFolder,
      env: { NEXT_TELEMETRY_DISABLED: '1' },
      files: {
        'next.config.mjs': 'export default {};',
        'app/layout.js':
          'export default function Layout({ children }) { return <html><body>{children}</body></html>; }',
        ...files,
      },
    },
    port,
  );
}

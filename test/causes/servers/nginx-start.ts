import type { Variant } from '../case';
import { startProgram } from './programs';

/** Starts nginx with the text of its `server` block, and of its `http` block before that. */
export function startNginx(port: number, server: string, http = '', files: Record<string, string> = {}) {
  const config = `user root; daemon off; pid {folder}/pid; error_log stderr; worker_processes 1;
events {}
http {
  access_log off; root {folder}/www; default_type application/json; types { text/html html; }
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  ${http}
  server { listen 127.0.0.1:${port}; ${server} }
}`;
  return startProgram(
    {
      command: 'nginx',
      args: ['-p', '{folder}', '-c', '{folder}/nginx.conf', '-e', 'stderr'],
      files: { 'nginx.conf': config, 'www/list': '[]', 'www/data/list': '[]', ...files },
    },
    port,
  );
}

/** What an application behind nginx adds. */
export const cors = { 'Access-Control-Allow-Origin': '*' };
/** The allowed headers, as a line of nginx. */
export const allows = `add_header Access-Control-Allow-Headers "authorization, content-type";`;

/** Text for one variant only. */
export const of = (wished: Variant, variant: Variant, text: string) => (wished === variant ? text : '');

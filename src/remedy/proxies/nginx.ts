import { comment, indented, lines } from '../config-text';
import type { ProxyStack } from '../proxy';

/** nginx. */
export const nginx: ProxyStack = {
  name: 'nginx',
  link: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html',
  use: 'production',
  write({ server, cookies }, comments) {
    const body = lines(
      comment('#', comments.decodes),
      `proxy_pass ${server}/;`,
      server.startsWith('https:') && 'proxy_ssl_server_name on;',
      comment('#', comments.host),
      'proxy_set_header Host $proxy_host;',
      comment('#', comments.origin),
      'proxy_set_header Origin "";',
      comment('#', cookies ? comments.cookies : comments.noCookies),
      cookies ? 'proxy_cookie_domain ~.+ $host;' : 'proxy_set_header Cookie "";',
      !cookies && 'proxy_hide_header Set-Cookie;',
    );
    const text = lines(
      comment('#', comments.place, comments.purpose),
      comment('#', comments.run('nginx -t && nginx -s reload')),
      'location ^~ /proxy/ {',
      indented(body),
      '}',
    );
    return [{ file: 'server { … }', text }];
  },
};

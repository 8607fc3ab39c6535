import { comment, indented, lines } from '../config-text';
import type { ProxyStack } from '../proxy';

/** Caddy. */
export const caddy: ProxyStack = {
  name: 'Caddy',
  link: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy',
  use: 'production',
  write({ server, cookies }, comments) {
    const body = lines(
      comment('#', comments.host),
      'header_up Host {upstream_hostport}',
      comment('#', comments.origin),
      'header_up -Origin',
      comment('#', cookies ? comments.cookies : comments.noCookies),
      cookies ? 'header_down Set-Cookie "(?i)^(.*?); *domain=[^;]*(.*)$" "$1$2"' : 'header_up -Cookie',
      !cookies && 'header_down -Set-Cookie',
    );
    const text = lines(
      comment('#', comments.place, comments.purpose),
      comment('#', comments.run('caddy validate && caddy reload')),
      'handle_path /proxy/* {',
      `  reverse_proxy ${server} {`,
      indented(body, '    '),
      '  }',
      '}',
    );
    return [{ file: 'Caddyfile', text }];
  },
};

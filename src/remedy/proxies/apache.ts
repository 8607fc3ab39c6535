import { comment, indented, lines } from '../config-text';
import type { ProxyStack } from '../proxy';

/** Apache HTTP Server with mod_proxy and mod_headers. */
export const apache: ProxyStack = {
  name: 'Apache',
  link: 'https://httpd.apache.org/docs/2.4/mod/mod_proxy.html',
  use: 'production',
  write({ server, cookies }, comments) {
    const body = lines(
      comment('#', comments.host),
      `ProxyPass ${server}/ nocanon`,
      `ProxyPassReverse ${server}/`,
      comment('#', comments.origin),
      'RequestHeader unset Origin',
      comment('#', cookies ? comments.cookies : comments.noCookies),
      cookies
        ? 'Header edit* Set-Cookie "(?i); *domain=[^;]*" ""'
        : 'RequestHeader unset Cookie\nHeader unset Set-Cookie',
    );
    const text = lines(
      comment('#', comments.place, comments.purpose),
      comment(
        '#',
        comments.run('a2enmod proxy_http headers ssl && apachectl configtest && apachectl graceful'),
      ),
      'AllowEncodedSlashes NoDecode',
      server.startsWith('https:') && 'SSLProxyEngine on',
      '<Location /proxy/>',
      indented(body),
      '</Location>',
    );
    return [{ file: '<VirtualHost>', text }];
  },
};

import { comment, indented, lines } from '../config-text';
import type { ProxyStack } from '../proxy';

/** HAProxy. */
export const haproxy: ProxyStack = {
  name: 'HAProxy',
  link: 'https://docs.haproxy.org/3.0/configuration.html#4.2-http-request%20replace-path',
  use: 'production',
  write({ server, cookies }, comments) {
    const [scheme = '', host = ''] = server.split('://');
    const isSecure = scheme === 'https';
    const [, name = '', port = isSecure ? ':443' : ':80'] = /^(.*?)(:\d+)?$/.exec(host) ?? [];
    const tls = isSecure ? ` ssl verify required ca-file @system-ca sni str(${name})` : '';
    const backend = lines(
      String.raw`http-request replace-path /proxy(/.*) \1`,
      comment('#', comments.host),
      `http-request set-header Host ${host}`,
      comment('#', comments.origin),
      'http-request del-header Origin',
      comment('#', cookies ? comments.cookies : comments.noCookies),
      cookies
        ? String.raw`http-response replace-header Set-Cookie "(.*); *[Dd]omain=[^;]*(.*)" "\1\2"`
        : 'http-request del-header Cookie\nhttp-response del-header Set-Cookie',
      `server api ${name}${port}${tls}`,
    );
    return [
      {
        file: 'frontend',
        text: lines(
          comment('#', comments.place, comments.purpose),
          comment('#', comments.run('haproxy -c -f /etc/haproxy/haproxy.cfg && systemctl reload haproxy')),
          'use_backend proxied_api if { path_beg /proxy/ }',
        ),
      },
      { file: 'backend', text: lines('backend proxied_api', indented(backend)) },
    ];
  },
};

import { comment, indented, lines, quoted } from '../config-text';
import type { ProxyStack } from '../proxy';

/** Node.js without a framework. */
export const node: ProxyStack = {
  name: 'Node.js http',
  link: 'https://nodejs.org/api/http.html#httprequestoptions-callback',
  use: 'production',
  write({ server, cookies }, comments) {
    const [scheme = '', host = ''] = server.split('://');
    const body = lines(
      `if (!incoming.url.startsWith('/proxy/')) return listener(incoming, outgoing);`,
      comment('//', comments.host),
      `const headers = { ...incoming.headers, host: ${quoted(host)} };`,
      comment('//', comments.origin),
      'delete headers.origin;',
      !cookies && comment('//', comments.noCookies),
      !cookies && 'delete headers.cookie;',
      `const url = ${quoted(server)} + incoming.url.slice('/proxy'.length);`,
      'const passed = request(url, { method: incoming.method, headers }, (response) => {',
      cookies && comment('  //', comments.cookies),
      cookies &&
        lines(
          `  const cookies = response.headers['set-cookie']?.map((cookie) => cookie.replace(/; *domain=[^;]*/i, ''));`,
          `  outgoing.writeHead(response.statusCode, { ...response.headers, ...(cookies && { 'set-cookie': cookies }) });`,
        ),
      !cookies && `  delete response.headers['set-cookie'];`,
      !cookies && '  outgoing.writeHead(response.statusCode, response.headers);',
      '  response.pipe(outgoing);',
      '});',
      `passed.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));`,
      `outgoing.on('close', () => passed.destroy());`,
      'incoming.pipe(passed);',
    );
    const text = lines(
      comment('//', comments.place, comments.purpose, comments.restart),
      `import { request } from 'node:${scheme}';`,
      'const withProxy = (listener) => (incoming, outgoing) => {',
      indented(body),
      '};',
    );
    return [{ file: 'server.js', text }];
  },
};

import { comment, indented, lines, quoted } from '../config-text';
import type { ProxyStack } from '../proxy';

/** Express or Connect with the package http-proxy-middleware 3. */
export const httpProxyMiddleware: ProxyStack = {
  name: 'http-proxy-middleware',
  link: 'https://github.com/chimurai/http-proxy-middleware',
  use: 'production',
  write({ server, cookies }, comments) {
    const options = lines(
      `target: ${quoted(server)},`,
      comment('//', comments.host),
      'changeOrigin: true,',
      cookies && comment('//', comments.cookies),
      cookies && `cookieDomainRewrite: '',`,
      !cookies && `on: { proxyRes: ({ headers }) => delete headers['set-cookie'] },`,
    );
    const removal = lines(
      comment('//', comments.origin),
      'delete request.headers.origin;',
      !cookies && comment('//', comments.noCookies),
      !cookies && 'delete request.headers.cookie;',
      'next();',
    );
    const text = lines(
      comment('//', comments.place, comments.purpose, comments.restart),
      `import { createProxyMiddleware } from 'http-proxy-middleware';`,
      `app.use('/proxy', (request, response, next) => {`,
      indented(removal),
      '}, createProxyMiddleware({',
      indented(options),
      '}));',
    );
    return [{ file: 'app.js', text }];
  },
};

import { comment, indented, lines, quoted } from '../config-text';
import type { ProxyStack } from '../proxy';

/** Vite's server for development. */
export const vite: ProxyStack = {
  name: 'Vite',
  link: 'https://vite.dev/config/server-options#server-proxy',
  use: 'development',
  write({ server, cookies }, comments) {
    const options = lines(
      `target: ${quoted(server)},`,
      comment('//', comments.host),
      'changeOrigin: true,',
      `rewrite: (path) => path.slice('/proxy'.length),`,
      cookies && comment('//', comments.cookies),
      cookies && `cookieDomainRewrite: '',`,
      'bypass({ headers }) {',
      comment('  //', comments.origin),
      '  delete headers.origin;',
      !cookies && comment('  //', comments.noCookies),
      !cookies && '  delete headers.cookie;',
      '},',
      !cookies &&
        `configure: (proxy) => proxy.on('proxyRes', ({ headers }) => delete headers['set-cookie']),`,
    );
    const text = lines(
      comment('//', comments.place, comments.purpose, comments.restart),
      'server: {',
      '  proxy: {',
      `    '/proxy/': {`,
      indented(options, '      '),
      '    },',
      '  },',
      '},',
    );
    return [{ file: 'vite.config.js', text }];
  },
};

import { comment, indented, lines, quoted } from '../config-text';
import type { ProxyComments, ProxyStack, ProxyTarget } from '../proxy';

/** Vite's server for development. */
export const vite: ProxyStack = {
  name: 'Vite',
  link: 'https://vite.dev/config/server-options#server-proxy',
  use: 'development',
  write({ server, cookies }, comments) {
    const options = viteOptions(
      { server, cookies },
      `rewrite: (path) => path.slice('/proxy'.length),`,
      comments,
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

/** Returns the options of a proxy in Vite's server, with the line that takes the path of the proxy away. */
export function viteOptions(
  { server, cookies }: ProxyTarget,
  rewrite: string,
  comments: ProxyComments,
): string {
  return lines(
    `target: ${quoted(server)},`,
    comment('//', comments.host),
    'changeOrigin: true,',
    rewrite,
    cookies && comment('//', comments.cookies),
    cookies && `cookieDomainRewrite: '',`,
    'bypass({ headers }) {',
    comment('  //', comments.origin),
    '  delete headers.origin;',
    !cookies && comment('  //', comments.noCookies),
    !cookies && '  delete headers.cookie;',
    '},',
    !cookies && `configure: (proxy) => proxy.on('proxyRes', ({ headers }) => delete headers['set-cookie']),`,
  );
}

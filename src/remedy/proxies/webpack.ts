import { comment, indented, lines, quoted } from '../config-text';
import type { ProxyStack } from '../proxy';

/** webpack-dev-server 5. */
export const webpack: ProxyStack = {
  name: 'webpack-dev-server',
  link: 'https://webpack.js.org/configuration/dev-server/#devserverproxy',
  use: 'development',
  write({ server, cookies }, comments) {
    const options = lines(
      `context: ['/proxy/'],`,
      `target: ${quoted(server)},`,
      comment('//', comments.host),
      'changeOrigin: true,',
      cookies && comment('//', comments.cookies),
      cookies && `cookieDomainRewrite: '',`,
      'pathRewrite(path, { headers }) {',
      comment('  //', comments.origin),
      '  delete headers.origin;',
      !cookies && comment('  //', comments.noCookies),
      !cookies && '  delete headers.cookie;',
      `  return path.slice('/proxy'.length);`,
      '},',
      !cookies && `onProxyRes: ({ headers }) => delete headers['set-cookie'],`,
    );
    const text = lines(
      comment('//', comments.place, comments.purpose, comments.restart),
      'proxy: [',
      '  {',
      indented(options, '    '),
      '  },',
      '],',
    );
    return [{ file: 'webpack.config.js', text }];
  },
};

import type { ProxyStack } from '../proxy';

/** The Angular CLI's server for development. */
export const angular: ProxyStack = {
  name: 'Angular CLI',
  link: 'https://angular.dev/tools/cli/serve#proxying-to-a-backend-server',
  use: 'development',
  isJson: true,
  passesCookies: true,
  write({ server }) {
    const options = {
      target: server,
      changeOrigin: true,
      secure: true,
      pathRewrite: { '^/proxy': '' },
      headers: { origin: server },
    };
    return [{ file: 'src/proxy.conf.json', text: JSON.stringify({ '/proxy/': options }, null, 2) }];
  },
};

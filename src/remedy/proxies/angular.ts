import { comment, indented, lines } from '../config-text';
import type { ProxyStack } from '../proxy';
import { viteOptions } from './vite';

/** The Angular CLI's server for development, since Angular 17. */
export const angular: ProxyStack = {
  name: 'Angular CLI',
  link: 'https://angular.dev/tools/cli/serve#proxying-to-a-backend-server',
  use: 'development',
  write({ server, cookies }, comments) {
    const options = viteOptions({ server, cookies }, `pathRewrite: { '^/proxy': '' },`, comments);
    const text = lines(
      comment('//', comments.place, comments.purpose, comments.restart),
      'export default {',
      `  '/proxy/': {`,
      indented(options, '    '),
      '  },',
      '};',
    );
    return [{ file: 'src/proxy.conf.mjs', text }];
  },
};

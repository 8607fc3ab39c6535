import { comment, doubleQuoted, lines } from '../config-text';
import type { ProxyStack } from '../proxy';

/** Netlify. */
export const netlify: ProxyStack = {
  name: 'Netlify',
  link: 'https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/',
  use: 'production',
  passesCookies: true,
  write({ server }, comments) {
    const text = lines(
      comment('#', comments.place, comments.purpose),
      '[[redirects]]',
      '  from = "/proxy/*"',
      `  to = ${doubleQuoted(`${server}/:splat`)}`,
      '  status = 200',
      '  force = true',
    );
    return [{ file: 'netlify.toml', text }];
  },
};

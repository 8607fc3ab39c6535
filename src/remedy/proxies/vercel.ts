import type { ProxyStack } from '../proxy';

/** Vercel. Its configuration is JSON, so it has no comments. */
export const vercel: ProxyStack = {
  name: 'Vercel',
  link: 'https://vercel.com/docs/routing/rewrites',
  use: 'production',
  passesCookies: true,
  write({ server }) {
    const rewrites = [{ source: '/proxy/:path*', destination: `${server}/:path*` }];
    return [{ file: 'vercel.json', text: JSON.stringify({ rewrites }, null, 2) }];
  },
};

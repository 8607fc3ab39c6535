import type { ProxyStack } from '../proxy';

/** Vercel. */
export const vercel: ProxyStack = {
  name: 'Vercel',
  link: 'https://vercel.com/docs/routing/rewrites',
  use: 'production',
  isJson: true,
  passesCookies: true,
  write({ server }) {
    const rewrites = [{ source: '/proxy/:path*', destination: `${server}/:path*` }];
    return [{ file: 'vercel.json', text: JSON.stringify({ rewrites }, null, 2) }];
  },
};

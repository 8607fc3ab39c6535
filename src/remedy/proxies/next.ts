import { comment, indented, lines, quoted } from '../config-text';
import type { ProxyStack } from '../proxy';

/** Next.js. The rewrites of its configuration cannot leave headers out, and neither can change cookies. */
export const next: ProxyStack = {
  name: 'Next.js',
  link: 'https://nextjs.org/docs/app/api-reference/functions/next-response#rewrite',
  use: 'production',
  write({ server, cookies }, comments) {
    const body = lines(
      'const headers = new Headers(request.headers);',
      comment('//', comments.origin),
      `headers.delete('origin');`,
      comment('//', cookies ? comments.ownCookies : comments.noCookies),
      !cookies && `headers.delete('cookie');`,
      'const { pathname, search } = request.nextUrl;',
      `const url = ${quoted(server)} + pathname.slice('/proxy'.length) + search;`,
      'return NextResponse.rewrite(new URL(url), { request: { headers } });',
    );
    const text = lines(
      comment('//', comments.place, comments.purpose),
      `import { NextResponse } from 'next/server';`,
      `export const config = { matcher: '/proxy/:path*' };`,
      'export function proxy(request) {',
      indented(body),
      '}',
    );
    return [{ file: 'proxy.js', text }];
  },
};

import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `response.headers.set('${header}', ${quoted(value)});`;

/** Next.js 16 or newer. Before that, the file is called middleware.ts, and its function middleware. */
export const next: Stack = {
  name: 'Next.js',
  link: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy#cors',
  says: /^next\.js$/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const isPreflight = `request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method')`;
    const preflight = lines(
      comment('//', comments.preflight),
      'if (isPreflight) {',
      indented(entryLines(onPreflight, '//', set) ?? ''),
      '}',
    );
    const named = lines(
      comment('//', comments.vary),
      `response.headers.append('Vary', 'Origin');`,
      comment('//', comments.others),
      `const origin = request.headers.get('Origin');`,
      'if (!allowedOrigins.has(origin)) return response;',
    );
    const hasPreflights = onPreflight.length > 0;
    const body = lines(
      hasPreflights && `const isPreflight = ${isPreflight};`,
      hasPreflights
        ? 'const response = isPreflight ? new NextResponse(null, { status: 204 }) : NextResponse.next();'
        : 'const response = NextResponse.next();',
      isAny ? comment('//', comments.anyOrigin) : named,
      comment('//', comments.errors),
      `response.headers.set('Access-Control-Allow-Origin', ${isAny ? quoted('*') : 'origin'});`,
      entryLines(always, '//', set),
      hasPreflights && preflight,
      'return response;',
    );
    const text = lines(
      comment('//', comments.place, comments.replaces, comments.restart),
      `import { NextResponse } from 'next/server';`,
      '',
      !isAny && comment('//', comments.origins),
      !isAny && `const allowedOrigins = new Set([${quotedList(origins)}]);`,
      !isAny && '',
      'export function proxy(request) {',
      indented(body),
      '}',
      '',
      `export const config = { matcher: '/api/:path*' };`,
    );
    return [{ file: 'proxy.js', text }];
  },
};

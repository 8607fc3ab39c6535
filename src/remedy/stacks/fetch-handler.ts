import { comment, indented, lines, quoted, quotedList } from '../config-text';
import type { CorsPolicy } from '../policy';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { StackComments } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `headers.set(${quoted(header)}, ${quoted(value)});`;

/** Writes a policy as a function around a handler of the Fetch API, which several platforms use. */
export function fetchHandler(policy: CorsPolicy, comments: StackComments): string {
  const { origins } = policy;
  const { always, onPreflight } = entriesOf(policy, comments);
  const isAny = origins === '*';
  const preflight = lines(
    comment('//', comments.preflight),
    `const isPreflight = request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method');`,
    'if (isAllowed && isPreflight) {',
    '  const headers = new Headers();',
    '  allow(headers, origin);',
    indented(entryLines(onPreflight, '//', set) ?? ''),
    '  return new Response(null, { status: 204, headers });',
    '}',
  );
  return lines(
    comment('//', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
    !isAny && `const allowedOrigins = [${quotedList(origins)}];`,
    '',
    'function allow(headers, origin) {',
    `  headers.set('Access-Control-Allow-Origin', ${isAny ? quoted('*') : 'origin'});`,
    always.length > 0 && indented(entryLines(always, '//', set) ?? ''),
    !isAny && indented(comment('//', comments.vary)),
    !isAny && `  headers.append('Vary', 'Origin');`,
    '}',
    '',
    'const withCors = (handle) => async (request, ...rest) => {',
    `  const origin = request.headers.get('Origin');`,
    `  const isAllowed = ${isAny ? 'true' : 'allowedOrigins.includes(origin)'};`,
    onPreflight.length > 0 && indented(preflight),
    indented(comment('//', comments.errors)),
    '  let response;',
    '  try {',
    '    response = await handle(request, ...rest);',
    '  } catch (error) {',
    '    console.error(error);',
    `    response = new Response('Internal Server Error', { status: 500 });`,
    '  }',
    '  if (response.status === 101) return response;',
    '  const copy = new Response(response.body, response);',
    isAny
      ? '  allow(copy.headers, origin);'
      : lines(
          '  if (isAllowed) allow(copy.headers, origin);',
          `  else copy.headers.append('Vary', 'Origin');`,
        ),
    '  return copy;',
    '};',
  );
}

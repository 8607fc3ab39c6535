import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `response.setHeader('${header}', ${quoted(value)});`;

/** Node.js without a framework. */
export const node: Stack = {
  name: 'Node.js http',
  link: 'https://nodejs.org/api/http.html',
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const preflight = lines(
      comment('//', comments.preflight),
      `if (request.method === 'OPTIONS' && 'access-control-request-method' in request.headers) {`,
      indented(entryLines(onPreflight, '//', set) ?? ''),
      '  return response.writeHead(204).end();',
      '}',
    );
    const named = lines(
      comment('//', comments.vary),
      `response.appendHeader('Vary', 'Origin');`,
      comment('//', comments.others),
      'const { origin } = request.headers;',
      'if (!allowedOrigins.has(origin)) return listener(request, response);',
    );
    const body = lines(
      origins === '*' ? comment('//', comments.anyOrigin) : named,
      comment('//', comments.errors),
      `response.setHeader('Access-Control-Allow-Origin', ${origins === '*' ? quoted('*') : 'origin'});`,
      entryLines(always, '//', set),
      onPreflight.length > 0 && preflight,
      'listener(request, response);',
    );
    const text = lines(
      comment('//', comments.place, comments.replaces, comments.restart),
      origins !== '*' && comment('//', comments.origins),
      origins !== '*' && `const allowedOrigins = new Set([${quotedList(origins)}]);`,
      'function withCors(listener) {',
      '  return (request, response) => {',
      indented(body, '    '),
      '  };',
      '}',
    );
    return [{ file: 'server.js', text }];
  },
};

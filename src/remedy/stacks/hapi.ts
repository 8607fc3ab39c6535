import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const setOn =
  (target: string) =>
  ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
    `${target}[${quoted(header)}] = ${quoted(value)};`;

/** hapi. Its own option answers for routes alone, so that a 404 would have no headers. */
export const hapi: Stack = {
  name: 'hapi',
  link: 'https://hapi.dev/api/#request-lifecycle',
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const allowed = isAny ? 'true' : 'allowedOrigins.includes(request.headers.origin)';
    const preflight = lines(
      comment('//', comments.preflight),
      `server.ext('onRequest', (request, h) => {`,
      `  const isPreflight = request.method === 'options' && request.headers['access-control-request-method'];`,
      `  if (!isPreflight || !(${allowed})) return h.continue;`,
      '  const headers = {};',
      indented(entryLines(onPreflight, '//', setOn('headers')) ?? ''),
      '  const response = h.response().code(204);',
      '  for (const [name, value] of Object.entries(headers)) response.header(name, value);',
      '  return response.takeover();',
      '});',
    );
    const text = lines(
      comment('//', comments.place, comments.replaces, comments.restart),
      comment('//', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      !isAny && `const allowedOrigins = [${quotedList(origins)}];`,
      onPreflight.length > 0 && preflight,
      comment('//', comments.errors),
      `server.ext('onPreResponse', (request, h) => {`,
      '  const { response } = request;',
      '  const headers = response.isBoom ? response.output.headers : response.headers;',
      !isAny &&
        indented(
          lines(
            comment('//', comments.vary),
            `headers.vary = [headers.vary, 'Origin'].filter(Boolean).join(', ');`,
          ),
        ),
      !isAny && `  if (!${allowed}) return h.continue;`,
      `  headers['Access-Control-Allow-Origin'] = ${isAny ? quoted('*') : 'request.headers.origin'};`,
      always.length > 0 && indented(entryLines(always, '//', setOn('headers')) ?? ''),
      '  return h.continue;',
      '});',
    );
    return [{ file: 'server.js', text }];
  },
};

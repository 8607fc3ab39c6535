import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `setResponseHeader(event, ${quoted(header)}, ${quoted(value)});`;

/** Nitro, the server of Nuxt. */
export const nitro: Stack = {
  name: 'Nuxt / Nitro',
  link: 'https://nitro.build/guide/routing#middleware',
  says: /^nuxt\b/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const preflight = lines(
      comment('//', comments.preflight),
      `if (event.method === 'OPTIONS' && getRequestHeader(event, 'access-control-request-method')) {`,
      indented(entryLines(onPreflight, '//', set) ?? ''),
      '  return sendNoContent(event, 204);',
      '}',
    );
    const text = lines(
      comment('//', comments.place, comments.replaces, comments.restart),
      comment('//', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      !isAny && `const allowedOrigins = [${quotedList(origins)}];`,
      '',
      'export default defineEventHandler((event) => {',
      `  const origin = getRequestHeader(event, 'origin');`,
      !isAny &&
        indented(lines(comment('//', comments.vary), `appendResponseHeader(event, 'Vary', 'Origin');`)),
      !isAny && '  if (!allowedOrigins.includes(origin)) return;',
      indented(comment('//', comments.errors)),
      `  setResponseHeader(event, 'Access-Control-Allow-Origin', ${isAny ? quoted('*') : 'origin'});`,
      always.length > 0 && indented(entryLines(always, '//', set) ?? ''),
      onPreflight.length > 0 && indented(preflight),
      '});',
    );
    return [{ file: 'server/middleware/cors.js', text }];
  },
};

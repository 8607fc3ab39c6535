import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'credentials',
  'Access-Control-Expose-Headers': 'exposeHeaders',
  'Access-Control-Allow-Methods': 'allowMethods',
  'Access-Control-Allow-Headers': 'allowHeaders',
  'Access-Control-Max-Age': 'maxAge',
};

function option({ header, value }: PolicyEntry): string {
  const isPlain = /^(true|\d+)$/.test(value);
  return `${names[header]}: ${isPlain ? value : `[${quotedList(value.split(', '))}]`},`;
}

/** Hono with its own middleware. */
export const hono: Stack = {
  name: 'Hono',
  link: 'https://hono.dev/docs/middleware/builtin/cors',
  write(policy, comments) {
    const { origins, methods, requestHeaders } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const options = lines(
      comment('//', ...(origins === '*' ? [comments.anyOrigin] : [comments.origins, comments.others])),
      `origin: ${origins === '*' ? quoted('*') : `[${quotedList(origins)}]`},`,
      entryLines(always, '//', option),
      entryLines(onPreflight, '//', option),
      methods.length === 0 && 'allowMethods: [],',
      // With an empty list, Hono allows whatever headers a page asks for.
      requestHeaders.length === 0 &&
        lines(comment('//', comments.noRequestHeaders), `allowHeaders: ['Accept'],`),
    );
    const text = lines(
      comment('//', comments.place, comments.replaces),
      comment('//', comments.preflight, comments.errors, comments.restart),
      `import { cors } from 'hono/cors';`,
      `app.use('*', cors({`,
      indented(options),
      '}));',
    );
    return [{ file: 'index.ts', text }];
  },
};

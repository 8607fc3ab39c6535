import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `context.set('${header}', ${quoted(value)});`;

/** Koa, without a package: @koa/cors does not know a list of origins. */
export const koa: Stack = {
  name: 'Koa',
  link: 'https://koajs.com/#error-handling',
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const preflight = lines(
      comment('//', comments.preflight),
      `if (context.method === 'OPTIONS' && context.get('Access-Control-Request-Method')) {`,
      indented(entryLines(onPreflight, '//', set) ?? ''),
      '  context.status = 204;',
      '  return;',
      '}',
    );
    const again = lines(
      'try {',
      '  await next();',
      '} catch (error) {',
      indented(comment('//', comments.errors)),
      '  const { headers } = context.response;',
      '  const kept = Object.entries(headers).filter(([name]) => /^(access-control-|vary$)/.test(name));',
      '  error.headers = { ...Object.fromEntries(kept), ...error.headers };',
      '  throw error;',
      '}',
    );
    const allow = lines(
      `context.set('Access-Control-Allow-Origin', ${origins === '*' ? quoted('*') : 'origin'});`,
      entryLines(always, '//', set),
      onPreflight.length > 0 && preflight,
    );
    const named = lines(
      comment('//', comments.vary),
      `context.vary('Origin');`,
      comment('//', comments.others),
      `const origin = context.get('Origin');`,
      'if (allowedOrigins.has(origin)) {',
      indented(allow),
      '}',
    );
    const body = lines(origins === '*' ? lines(comment('//', comments.anyOrigin), allow) : named, again);
    const text = lines(
      comment('//', comments.place, comments.replaces, comments.restart),
      origins !== '*' && comment('//', comments.origins),
      origins !== '*' && `const allowedOrigins = new Set([${quotedList(origins)}]);`,
      'app.use(async (context, next) => {',
      indented(body),
      '});',
    );
    return [{ file: 'app.js', text }];
  },
};

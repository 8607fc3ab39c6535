import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `response.headers['${header}'] = ${quoted(value)}`;

/** aiohttp, without an extension. */
export const aiohttp: Stack = {
  name: 'aiohttp',
  link: 'https://docs.aiohttp.org/en/stable/web_advanced.html#signals',
  says: /\baiohttp\b/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const isPreflight = `request.method == 'OPTIONS' and 'Access-Control-Request-Method' in request.headers`;
    const answer = lines(
      '@web.middleware',
      'async def answer_preflight(request, handler):',
      indented(
        lines(
          comment('#', comments.preflight),
          `if ${isAny ? '' : `request.headers.get('Origin') in ALLOWED_ORIGINS and `}${isPreflight}:`,
          '    return web.Response(status=204)',
          'return await handler(request)',
        ),
        '    ',
      ),
      'app.middlewares.insert(0, answer_preflight)',
      '',
    );
    const named = lines(
      comment('#', comments.vary),
      `response.headers.add('Vary', 'Origin')`,
      comment('#', comments.others),
      `origin = request.headers.get('Origin')`,
      'if origin not in ALLOWED_ORIGINS:',
      '    return',
    );
    const body = lines(
      isAny ? comment('#', comments.anyOrigin) : named,
      comment('#', comments.errors),
      `response.headers['Access-Control-Allow-Origin'] = ${isAny ? quoted('*') : 'origin'}`,
      entryLines(always, '#', set),
      onPreflight.length > 0 && `if ${isPreflight}:`,
      onPreflight.length > 0 && indented(entryLines(onPreflight, '#', set) ?? '', '    '),
    );
    const text = lines(
      comment('#', comments.place, comments.replaces, comments.restart),
      'from aiohttp import web',
      '',
      !isAny && comment('#', comments.origins),
      !isAny && `ALLOWED_ORIGINS = {${quotedList(origins)}}`,
      !isAny && '',
      onPreflight.length > 0 && answer,
      'async def add_cors_headers(request, response):',
      indented(body, '    '),
      'app.on_response_prepare.append(add_cors_headers)',
    );
    return [{ file: 'app.py', text }];
  },
};

import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const set = ({ header, value }: Pick<PolicyEntry, 'header' | 'value'>) =>
  `response.headers['${header}'] = ${quoted(value)}`;

/** Flask, without an extension: Flask-CORS runs after other functions have rejected a preflight. */
export const flask: Stack = {
  name: 'Flask',
  link: 'https://flask.palletsprojects.com/en/stable/api/#flask.Flask.after_request',
  says: /^werkzeug\b/i,
  write(policy, comments) {
    const { origins } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const isPreflight = `request.method == 'OPTIONS' and 'Access-Control-Request-Method' in request.headers`;
    const answer = lines(
      '@app.before_request',
      'def answer_preflight():',
      indented(
        lines(
          comment('#', comments.preflight),
          `if ${isAny ? '' : `request.headers.get('Origin') in ALLOWED_ORIGINS and `}${isPreflight}:`,
          `    return '', 204`,
        ),
        '    ',
      ),
      '',
    );
    const named = lines(
      comment('#', comments.vary),
      `response.vary.add('Origin')`,
      comment('#', comments.others),
      `origin = request.headers.get('Origin')`,
      'if origin not in ALLOWED_ORIGINS:',
      '    return response',
    );
    const body = lines(
      isAny ? comment('#', comments.anyOrigin) : named,
      comment('#', comments.errors),
      `response.headers['Access-Control-Allow-Origin'] = ${isAny ? quoted('*') : 'origin'}`,
      entryLines(always, '#', set),
      onPreflight.length > 0 && `if ${isPreflight}:`,
      onPreflight.length > 0 && indented(entryLines(onPreflight, '#', set) ?? '', '    '),
      'return response',
    );
    const text = lines(
      comment('#', comments.place, comments.replaces, comments.restart),
      'from flask import request',
      '',
      !isAny && comment('#', comments.origins),
      !isAny && `ALLOWED_ORIGINS = {${quotedList(origins)}}`,
      !isAny && '',
      onPreflight.length > 0 && answer,
      '@app.after_request',
      'def add_cors_headers(response):',
      indented(body, '    '),
    );
    return [{ file: 'app.py', text }];
  },
};

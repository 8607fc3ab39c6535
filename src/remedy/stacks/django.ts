import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'CORS_ALLOW_CREDENTIALS',
  'Access-Control-Expose-Headers': 'CORS_EXPOSE_HEADERS',
  'Access-Control-Allow-Methods': 'CORS_ALLOW_METHODS',
  'Access-Control-Allow-Headers': 'CORS_ALLOW_HEADERS',
  'Access-Control-Max-Age': 'CORS_PREFLIGHT_MAX_AGE',
};

function setting({ header, value }: PolicyEntry): string {
  if (value === 'true') return `${names[header]} = True`;
  return `${names[header]} = ${/^\d+$/.test(value) ? value : `[${quotedList(value.split(', '))}]`}`;
}

/** Django with the package django-cors-headers. */
export const django: Stack = {
  name: 'Django',
  link: 'https://github.com/adamchainz/django-cors-headers',
  says: /^wsgiserver\b/i,
  write(policy, comments) {
    const { origins, methods, requestHeaders } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', comments.restart, comments.preflight, comments.errors),
      `INSTALLED_APPS += ['corsheaders']`,
      `MIDDLEWARE.insert(0, ${quoted('corsheaders.middleware.CorsMiddleware')})`,
      comment('#', ...(origins === '*' ? [comments.anyOrigin] : [comments.origins, comments.others])),
      origins === '*' && 'CORS_ALLOW_ALL_ORIGINS = True',
      origins !== '*' &&
        lines(
          'CORS_ALLOWED_ORIGINS = [',
          indented(origins.map((it) => `${quoted(it)},`).join('\n'), '    '),
          ']',
        ),
      entryLines(always, '#', setting),
      entryLines(onPreflight, '#', setting),
      // Without these, the package allows six methods and eight headers.
      methods.length === 0 && 'CORS_ALLOW_METHODS = []',
      requestHeaders.length === 0 && 'CORS_ALLOW_HEADERS = []',
    );
    return [{ file: 'settings.py', text }];
  },
};

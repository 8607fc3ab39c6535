import { comment, doubleQuotedList, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'allow_credentials',
  'Access-Control-Expose-Headers': 'expose_headers',
  'Access-Control-Allow-Methods': 'allow_methods',
  'Access-Control-Allow-Headers': 'allow_headers',
  'Access-Control-Max-Age': 'max_age',
};

/** Starlette also rejects preflights for methods that need no permission, unless they are listed. */
const safelisted = ['GET', 'HEAD', 'POST'];

function argument({ header, value }: PolicyEntry): string {
  if (value === 'true') return `${names[header]}=True,`;
  return `${names[header]}=${/^\d+$/.test(value) ? value : `[${doubleQuotedList(value.split(', '))}]`},`;
}

/** FastAPI and Starlette. The middleware wraps the application, so that it also adds headers to a response to an exception. */
export const fastapi: Stack = {
  name: 'FastAPI',
  link: 'https://fastapi.tiangolo.com/tutorial/cors/',
  says: /^uvicorn\b/i,
  write(policy, comments) {
    const { origins } = policy;
    const methods = [...safelisted, ...policy.methods];
    const { always, onPreflight } = entriesOf({ ...policy, methods }, comments);
    const options = lines(
      'app,',
      comment('#', ...(origins === '*' ? [comments.anyOrigin] : [comments.origins, comments.others])),
      `allow_origins=[${origins === '*' ? '"*"' : doubleQuotedList(origins)}],`,
      entryLines(always, '#', argument),
      entryLines(onPreflight, '#', argument),
    );
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', comments.preflight, comments.errors, comments.restart),
      'from starlette.middleware.cors import CORSMiddleware',
      '',
      'app = CORSMiddleware(',
      indented(options, '    '),
      ')',
    );
    return [{ file: 'main.py', text }];
  },
};

import { comment, doubleQuotedList, indented, lines } from '../config-text';
import { entriesOf, entryLines } from '../policy-entries';
import type { Stack } from '../stack';
import { starletteArgument, varyByOrigin } from './starlette';

/** Starlette also rejects preflights for methods that need no permission, unless they are listed. */
const safelisted = ['GET', 'HEAD', 'POST'];

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
      entryLines(always, '#', starletteArgument),
      entryLines(onPreflight, '#', starletteArgument),
    );
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', comments.preflight, comments.errors, comments.restart),
      varyByOrigin.import,
      'from starlette.middleware.cors import CORSMiddleware',
      '',
      comment('#', comments.vary),
      varyByOrigin.definition,
      '',
      'app = VaryByOrigin(CORSMiddleware(',
      indented(options, '    '),
      '))',
    );
    return [{ file: 'main.py', text }];
  },
};

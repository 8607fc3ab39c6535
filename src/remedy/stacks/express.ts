import { comment, indented, lines } from '../config-text';
import type { Stack } from '../stack';
import { corsOptions } from './cors-options';

/** Express with the package cors. */
export const express: Stack = {
  name: 'Express',
  link: 'https://expressjs.com/en/resources/middleware/cors.html',
  says: /^express$/i,
  write(policy, comments) {
    const text = lines(
      comment('//', comments.place, comments.replaces),
      comment('//', comments.preflight, comments.errors, comments.restart),
      `import cors from 'cors';`,
      'app.use(cors({',
      indented(corsOptions(policy, comments)),
      '}));',
    );
    return [{ file: 'app.js', text }];
  },
};

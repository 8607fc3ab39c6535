import { comment, indented, lines } from '../config-text';
import type { Stack } from '../stack';
import { corsOptions } from './cors-options';

/** Cloud Functions for Firebase. */
export const firebase: Stack = {
  name: 'Firebase Functions',
  link: 'https://firebase.google.com/docs/functions/http-events',
  write(policy, comments) {
    const text = lines(
      comment('//', comments.place, comments.replaces),
      comment('//', comments.preflight, comments.errors),
      comment('//', comments.run('firebase deploy --only functions')),
      `import cors from 'cors';`,
      'const applyCors = cors({',
      indented(corsOptions(policy, comments)),
      '});',
      'const withCors = (handle) => (request, response) =>',
      '  applyCors(request, response, () => handle(request, response));',
    );
    return [{ file: 'functions/index.js', text }];
  },
};

import { comment, lines } from '../config-text';
import type { Stack } from '../stack';

/** The server of LM Studio, which allows every origin or none. */
export const lmStudio: Stack = {
  name: 'LM Studio',
  link: 'https://lmstudio.ai/docs/cli/server-start',
  limits: ['any-origin', 'lists-fixed'],
  write(_, comments) {
    const text = lines(comment('#', comments.place, comments.anyOrigin), 'lms server start --cors');
    return [{ file: 'shell', text }];
  },
};

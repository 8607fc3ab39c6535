import { comment, indented, lines } from '../config-text';
import type { Stack } from '../stack';
import { corsOptions } from './cors-options';

/** The server with which Vite serves a build. */
export const vitePreview: Stack = {
  name: 'Vite preview',
  link: 'https://vite.dev/config/preview-options#preview-cors',
  write(policy, comments) {
    const text = lines(
      comment('//', comments.place, comments.replaces),
      comment('//', comments.preflight, comments.errors, comments.restart),
      'preview: {',
      '  cors: {',
      indented(corsOptions(policy, comments), '    '),
      '  },',
      '},',
    );
    return [{ file: 'vite.config.js', text }];
  },
};

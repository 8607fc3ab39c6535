import { comment, indented, lines } from '../config-text';
import type { Stack } from '../stack';
import { corsOptions } from './cors-options';

/** Fastify with the plugin @fastify/cors. */
export const fastify: Stack = {
  name: 'Fastify',
  link: 'https://github.com/fastify/fastify-cors',
  write(policy, comments) {
    const text = lines(
      comment('//', comments.place, comments.replaces),
      comment('//', comments.errors, comments.restart),
      `import cors from '@fastify/cors';`,
      'await app.register(cors, {',
      indented(corsOptions(policy, comments)),
      '});',
    );
    return [{ file: 'server.js', text }];
  },
};

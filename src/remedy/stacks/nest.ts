import { comment, indented, lines } from '../config-text';
import type { Stack } from '../stack';
import { corsOptions } from './cors-options';

/** NestJS, whose applications have the options of the package cors. */
export const nest: Stack = {
  name: 'NestJS',
  link: 'https://docs.nestjs.com/security/cors',
  write(policy, comments) {
    const text = lines(
      comment('//', comments.place, comments.replaces),
      comment('//', comments.preflight, comments.errors, comments.restart),
      'app.enableCors({',
      indented(corsOptions(policy, comments)),
      '});',
    );
    return [{ file: 'main.ts', text }];
  },
};

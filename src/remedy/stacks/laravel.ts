import { comment, indented, lines, quotedList } from '../config-text';
import { entriesOf } from '../policy-entries';
import type { Stack } from '../stack';

/** Laravel. */
export const laravel: Stack = {
  name: 'Laravel',
  link: 'https://laravel.com/docs/12.x/routing#cors',
  write(policy, comments) {
    const { origins, methods, requestHeaders, exposedHeaders, credentials, maxAgeSeconds } = policy;
    const isAny = origins === '*';
    const { onPreflight } = entriesOf(policy, comments);
    const listed = (values: readonly string[]) => `[${quotedList(values)}],`;
    const options = lines(
      `'paths' => ['*'],`,
      comment('//', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      `'allowed_origins' => ${listed(isAny ? ['*'] : origins)}`,
      `'allowed_origins_patterns' => [],`,
      onPreflight.length > 0 && comment('//', comments.preflight),
      methods.length > 0 && comment('//', comments.methods),
      `'allowed_methods' => ${listed(methods.length > 0 ? methods : ['GET', 'HEAD', 'POST'])}`,
      comment('//', requestHeaders.length > 0 ? comments.requestHeaders : comments.noRequestHeaders),
      `'allowed_headers' => ${listed(requestHeaders)}`,
      exposedHeaders.length > 0 && comment('//', comments.exposed),
      `'exposed_headers' => ${listed(exposedHeaders)}`,
      maxAgeSeconds !== null && lines(comment('//', comments.maxAge), `'max_age' => ${maxAgeSeconds},`),
      credentials && lines(comment('//', comments.credentials), `'supports_credentials' => true,`),
    );
    const text = lines(
      '<?php',
      comment('//', comments.place, comments.replaces, comments.errors),
      comment('//', comments.run('php artisan config:clear')),
      'return [',
      indented(options),
      '];',
    );
    return [{ file: 'config/cors.php', text }];
  },
};

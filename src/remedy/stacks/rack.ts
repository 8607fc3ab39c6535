import { comment, indented, lines, quoted, quotedList } from '../config-text';
import { entriesOf } from '../policy-entries';
import type { Stack } from '../stack';

/** Rack with the gem rack-cors, which Rails uses too. */
export const rack: Stack = {
  name: 'Rack / Rails',
  link: 'https://github.com/cyu/rack-cors',
  says: /^(puma|phusion passenger|unicorn|webrick)\b/i,
  write(policy, comments) {
    const { origins, methods, requestHeaders, exposedHeaders, credentials, maxAgeSeconds } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const about = (header: string) => {
      const entry = [...always, ...onPreflight].find((each) => each.header === `Access-Control-${header}`);
      return entry ? comment('#', entry.comment) : null;
    };
    const symbols = ['GET', 'HEAD', 'POST', ...methods].map((method) => `:${method.toLowerCase()}`);
    const options = lines(
      about('Allow-Credentials'),
      credentials && 'credentials: true,',
      about('Expose-Headers'),
      exposedHeaders.length > 0 && `expose: [${quotedList(exposedHeaders)}],`,
      about('Allow-Headers'),
      requestHeaders.length > 0 && `headers: [${quotedList(requestHeaders)}],`,
      about('Max-Age'),
      maxAgeSeconds !== null && `max_age: ${maxAgeSeconds},`,
      about('Allow-Methods'),
      `methods: [${symbols.join(', ')}]`,
    );
    const allow = lines(
      comment('#', ...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      `origins ${isAny ? quoted('*') : quotedList(origins)}`,
      `resource '*',`,
      indented(options),
    );
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', comments.preflight, comments.errors, comments.restart),
      `require 'rack/cors'`,
      'use Rack::Cors do',
      '  allow do',
      indented(allow, '    '),
      '  end',
      'end',
    );
    return [{ file: 'config.ru', text }];
  },
};

import { comment, indented, lines } from '../config-text';
import { entriesOf, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

/** A comment in XML, on lines of its own. */
const note = (...texts: readonly string[]) =>
  lines('<!--', indented(comment('', ...texts).replace(/^ /gm, '')), '-->');

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'support.credentials',
  'Access-Control-Expose-Headers': 'exposed.headers',
  'Access-Control-Allow-Methods': 'allowed.methods',
  'Access-Control-Allow-Headers': 'allowed.headers',
  'Access-Control-Max-Age': 'preflight.maxage',
};

/** Tomcat's own filter. It also rejects other requests of methods and origins that it does not know. */
export const tomcat: Stack = {
  name: 'Tomcat',
  link: 'https://tomcat.apache.org/tomcat-10.1-doc/config/filter.html#CORS_Filter',
  // With any origin. With a list, it always sends Vary.
  limits: ['origin-only'],
  says: /^apache-coyote\b/i,
  write(policy, comments) {
    const { origins } = policy;
    // The filter answers 403 to a method that is not listed, even if it needs no permission.
    const methods = ['GET', 'HEAD', 'POST', 'OPTIONS', ...policy.methods];
    const { always, onPreflight } = entriesOf({ ...policy, methods }, comments);
    const parameter = (name: string, value: string) =>
      lines(
        '<init-param>',
        `  <param-name>cors.${name}</param-name>`,
        `  <param-value>${value}</param-value>`,
        '</init-param>',
      );
    const about = (entry: PolicyEntry) =>
      lines(note(entry.comment), parameter(names[entry.header] ?? '', entry.value.replaceAll(', ', ',')));
    const hasPreflights = policy.maxAgeSeconds !== null;
    const filter = lines(
      '<filter-name>cors</filter-name>',
      '<filter-class>org.apache.catalina.filters.CorsFilter</filter-class>',
      note(...(origins === '*' ? [comments.anyOrigin] : [comments.origins, comments.others])),
      parameter('allowed.origins', origins === '*' ? '*' : origins.join(',')),
      ...always.map(about),
      ...(hasPreflights ? onPreflight : onPreflight.filter(({ header }) => header.endsWith('-Methods'))).map(
        about,
      ),
    );
    const text = lines(
      note(comments.place),
      note(comments.replaces),
      note(comments.preflight),
      note(comments.errors),
      note(comments.restart),
      '<filter>',
      indented(filter),
      '</filter>',
      '<filter-mapping>',
      '  <filter-name>cors</filter-name>',
      '  <url-pattern>/*</url-pattern>',
      '</filter-mapping>',
    );
    return [{ file: 'WEB-INF/web.xml', text }];
  },
};

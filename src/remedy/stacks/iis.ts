import { indented, lines } from '../config-text';
import { entriesOf } from '../policy-entries';
import type { Stack } from '../stack';

const note = (...texts: readonly string[]) => texts.map((text) => `<!-- ${text} -->`).join('\n');
const added = (name: string, attribute: string, values: readonly string[], more = '') =>
  lines(`<${name}${more}>`, ...values.map((value) => `  <add ${attribute}="${value}" />`), `</${name}>`);

/** IIS with its CORS module. */
export const iis: Stack = {
  name: 'IIS (CORS module)',
  link: 'https://learn.microsoft.com/iis/extensions/cors-module/cors-module-configuration-reference',
  says: /^microsoft-iis\b/i,
  write(policy, comments) {
    const { origins, methods, requestHeaders, exposedHeaders, credentials, maxAgeSeconds } = policy;
    const isAny = origins === '*';
    const allowed = (origin: string) =>
      lines(
        `<add origin="${origin}"${credentials ? ' allowCredentials="true"' : ''}${maxAgeSeconds === null ? '' : ` maxAge="${maxAgeSeconds}"`}>`,
        indented(
          lines(
            added('allowHeaders', 'header', requestHeaders, ' allowAllRequestedHeaders="false"'),
            methods.length > 0 && added('allowMethods', 'method', methods),
            exposedHeaders.length > 0 && added('exposeHeaders', 'header', exposedHeaders),
          ),
        ),
        '</add>',
      );
    const { always, onPreflight } = entriesOf(policy, comments);
    const notes = [...always, ...onPreflight].map((entry) => entry.comment);
    const text = lines(
      note(comments.place, comments.replaces, comments.preflight, comments.errors),
      note(...(isAny ? [comments.anyOrigin] : [comments.origins, comments.others])),
      note(...notes),
      '<cors enabled="true" failUnlistedOrigins="false">',
      indented(lines(...(isAny ? ['*'] : origins).map(allowed))),
      '</cors>',
    );
    return [{ file: 'web.config: system.webServer', text }];
  },
};

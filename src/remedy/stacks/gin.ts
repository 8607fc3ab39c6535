import { comment, doubleQuotedList, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'AllowCredentials',
  'Access-Control-Expose-Headers': 'ExposeHeaders',
  'Access-Control-Allow-Methods': 'AllowMethods',
  'Access-Control-Allow-Headers': 'AllowHeaders',
  'Access-Control-Max-Age': 'MaxAge',
};

const listed = (values: readonly string[]) => `[]string{${doubleQuotedList(values)}}`;

function option({ header, value }: PolicyEntry): string {
  const name = names[header] ?? '';
  if (value === 'true') return `${name}: true,`;
  return `${name}: ${/^\d+$/.test(value) ? `${value} * time.Second` : listed(value.split(', '))},`;
}

/** Go with gin. */
export const gin: Stack = {
  name: 'Go gin',
  link: 'https://github.com/gin-contrib/cors',
  write(policy, comments) {
    const { origins, maxAgeSeconds } = policy;
    const { always, onPreflight } = entriesOf(policy, comments);
    const isAny = origins === '*';
    const text = lines(
      comment('//', comments.place, comments.replaces),
      comment('//', comments.preflight, comments.errors, comments.restart),
      comment('//', `import "github.com/gin-contrib/cors"${maxAgeSeconds === null ? '' : ', "time"'}`),
      // The middleware leaves out requests without an Origin header.
      comment('//', comments.vary),
      'router.Use(func(c *gin.Context) { c.Writer.Header().Add("Vary", "Origin") })',
      'router.Use(cors.New(cors.Config{',
      indented(
        lines(
          comment('//', ...(isAny ? [comments.anyOrigin] : [comments.origins])),
          isAny ? 'AllowAllOrigins: true,' : `AllowOrigins: ${listed(origins)},`,
          entryLines(always, '//', option),
          entryLines(onPreflight, '//', option),
        ),
        '\t',
      ),
      '}))',
    );
    return [{ file: 'main.go', text }];
  },
};

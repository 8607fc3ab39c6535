import { comment, lines, quoted, quotedList } from '../config-text';
import type { CorsPolicy } from '../policy';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { StackComments } from '../stack';

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'credentials',
  'Access-Control-Expose-Headers': 'exposedHeaders',
  'Access-Control-Allow-Methods': 'methods',
  'Access-Control-Allow-Headers': 'allowedHeaders',
  'Access-Control-Max-Age': 'maxAge',
};

/** Writes a policy as the options of the npm package `cors`, which several frameworks use. */
export function corsOptions(policy: CorsPolicy, comments: StackComments): string {
  const { origins, methods, requestHeaders } = policy;
  const { always, onPreflight } = entriesOf(policy, comments);
  return lines(
    comment('//', ...(origins === '*' ? [comments.anyOrigin] : [comments.origins, comments.others])),
    `origin: ${origins === '*' ? quoted('*') : `[${quotedList(origins)}]`},`,
    entryLines(always, '//', option),
    entryLines(onPreflight, '//', option),
    // Without these, such packages allow six methods and whatever headers a page asks for.
    methods.length === 0 && 'methods: [],',
    requestHeaders.length === 0 && 'allowedHeaders: [],',
  );
}

function option({ header, value }: PolicyEntry): string {
  const isPlain = /^(true|\d+)$/.test(value);
  return `${names[header]}: ${isPlain ? value : `[${quotedList(value.split(', '))}]`},`;
}

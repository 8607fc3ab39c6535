import * as v from 'valibot';
import { isToken, normalizeMethod, originOf, parseUrl } from '../../engine';
import { UsageError } from '../usage-error';

const origin = v.pipe(
  v.string(),
  v.check(
    (text) => text === 'null' || originOf(parseUrl(text)?.href ?? '') === text,
    'not an origin, such as https://app.example',
  ),
);
const token = v.pipe(v.string(), v.check(isToken, 'not a name'));
const path = v.pipe(v.string(), v.startsWith('/', 'a path begins with /'));

/** The schema of a policy file. Unknown members are errors: a misspelled one would not be checked. */
const schema = v.strictObject({
  origins: v.union([v.literal('*'), v.pipe(v.array(origin), v.minLength(1, 'at least one origin'))]),
  refused: v.optional(v.array(origin), []),
  methods: v.optional(v.array(token), []),
  headers: v.optional(v.array(token), []),
  exposed: v.optional(v.array(token), []),
  credentials: v.optional(v.boolean(), false),
  maxAgeSeconds: v.optional(v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))), null),
  routes: v.optional(v.pipe(v.array(path), v.minLength(1, 'at least one route')), ['/']),
  errors: v.optional(v.array(path), []),
});

/** What a server should allow, and where it is asked. */
export interface PolicyFile {
  readonly origins: readonly string[] | '*';
  /** Origins that must be refused, beside those that are made up from `origins`. */
  readonly refused: readonly string[];
  /** Without GET, HEAD and POST, which need no permission. */
  readonly methods: readonly string[];
  /** In lower case. */
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly credentials: boolean;
  /** null: any. */
  readonly maxAgeSeconds: number | null;
  readonly routes: readonly string[];
  /** Routes that respond with an error. */
  readonly errors: readonly string[];
}

/** Reads a policy file. @throws UsageError that names what is wrong in it */
export function readPolicyFile(name: string, text: string): PolicyFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : error}`);
  }
  const { success, output, issues } = v.safeParse(schema, value);
  if (!success) {
    const [issue] = issues;
    throw new UsageError(`${name}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  if (output.origins === '*' && output.credentials)
    throw new UsageError(`${name}: "origins": "*", "credentials": true`);
  return {
    ...output,
    methods: output.methods.map(normalizeMethod).filter((method) => !/^(GET|HEAD|POST)$/.test(method)),
    headers: output.headers.map((header) => header.toLowerCase()),
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Origins } from '../origins';

/** A rule of a bucket, as Amazon S3 names its parts. */
interface BucketRule {
  readonly AllowedOrigins: readonly string[];
  readonly AllowedMethods: readonly string[];
  readonly AllowedHeaders: readonly string[];
  readonly ExposeHeaders: readonly string[];
  readonly MaxAgeSeconds: number | null;
}

/** A server that takes its CORS rules as a bucket of Amazon S3 does. It starts without any. */
export interface Bucket {
  answer(request: IncomingMessage, response: ServerResponse, origins: Origins): Promise<void>;
}

const rulesPath = '/bucket/cors.json';
const maxBytes = 20_000;

/** Opens a bucket with one object, whatever its path. */
export function openBucket(): Bucket {
  let rules: readonly BucketRule[] = [];

  return {
    async answer(request, response, origins) {
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Server', 'AmazonS3');
      if (request.url === rulesPath) {
        // Only the playground's own page may change the rules.
        if (request.method !== 'PUT' || request.headers.origin !== origins.page)
          return end(response, 403, {});
        const read = readRules(await textOf(request));
        if (typeof read === 'string') return end(response, 400, { error: read });
        rules = read;
        return end(response, 200, { rules: rules.length });
      }
      const isPreflight = request.method === 'OPTIONS';
      const isAllowed = allow(request, response, rules);
      if (isPreflight) return end(response, isAllowed ? 204 : 403, null);
      response.setHeader('X-Total', '3');
      end(response, 200, { saved: request.method === 'PUT' });
    },
  };
}

/** Adds the headers of the first rule that matches a request; returns whether one does. */
function allow(
  { method = 'GET', headers }: IncomingMessage,
  response: ServerResponse,
  rules: readonly BucketRule[],
): boolean {
  const origin = headers.origin ?? '';
  const isPreflight = method === 'OPTIONS';
  const asked = isPreflight ? String(headers['access-control-request-method'] ?? '') : method;
  const names = String(headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const rule = rules.find(
    ({ AllowedOrigins, AllowedMethods, AllowedHeaders }) =>
      (AllowedOrigins.includes('*') || AllowedOrigins.includes(origin)) &&
      AllowedMethods.includes(asked) &&
      names.every((name) =>
        AllowedHeaders.some((allowed) => allowed === '*' || allowed.toLowerCase() === name),
      ),
  );
  response.setHeader('Vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method');
  if (!rule || origin === '') return false;
  const isAny = rule.AllowedOrigins.includes('*');
  response.setHeader('Access-Control-Allow-Origin', isAny ? '*' : origin);
  if (!isAny) response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Access-Control-Allow-Methods', rule.AllowedMethods.join(', '));
  if (names.length > 0) response.setHeader('Access-Control-Allow-Headers', names.join(', '));
  if (rule.ExposeHeaders.length > 0)
    response.setHeader('Access-Control-Expose-Headers', rule.ExposeHeaders.join(', '));
  if (rule.MaxAgeSeconds !== null) response.setHeader('Access-Control-Max-Age', String(rule.MaxAgeSeconds));
  return true;
}

/** Returns the rules in a text, or what is wrong with it. */
function readRules(text: string): readonly BucketRule[] | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'This is not JSON.';
  }
  if (!Array.isArray(parsed)) return 'The rules are a list.';
  const rules = parsed.map(readRule);
  const found = rules.filter((rule) => rule !== null);
  return found.length === rules.length ? found : 'A rule needs AllowedOrigins and AllowedMethods.';
}

function readRule(value: unknown): BucketRule | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Readonly<Record<string, unknown>>;
  // What becomes a header must have the characters of one.
  const texts = (name: string) =>
    (Array.isArray(fields[name]) ? fields[name] : []).filter(
      (item): item is string => typeof item === 'string' && /^[\x21-\x7e]{1,300}$/.test(item),
    );
  const [AllowedOrigins, AllowedMethods] = [texts('AllowedOrigins'), texts('AllowedMethods')];
  if (AllowedOrigins.length === 0 || AllowedMethods.length === 0) return null;
  const maxAge = fields.MaxAgeSeconds;
  return {
    AllowedOrigins,
    AllowedMethods,
    AllowedHeaders: texts('AllowedHeaders'),
    ExposeHeaders: texts('ExposeHeaders'),
    MaxAgeSeconds: Number.isSafeInteger(maxAge) ? (maxAge as number) : null,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > maxBytes) return '';
  }
  return text;
}

function end(response: ServerResponse, status: number, body: object | null): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(body === null ? undefined : JSON.stringify(body));
}

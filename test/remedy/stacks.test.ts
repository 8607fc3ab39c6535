import { describe, expect, test } from 'vitest';
import { languages } from '../../src/prose';
import { stackWords } from '../../src/prose/stacks';
import { guessStack } from '../../src/remedy/guess-stack';
import type { CorsPolicy } from '../../src/remedy/policy';
import { policyHeaders } from '../../src/remedy/policy-entries';
import type { Stack } from '../../src/remedy/stack';
import { type StackId, stacks } from '../../src/remedy/stacks';
import { writePolicy } from '../../src/remedy/write-policy';
import { headers } from '../support/http';
import { anyOrigin, simple, whole } from './policies';

const ids = Object.keys(stacks) as StackId[];
const { comments, places } = stackWords.in('en');
const textOf = (id: StackId, policy: CorsPolicy) =>
  writePolicy(id, policy, comments, places[id])
    .parts.map(({ text }) => text)
    .join('\n');

/** A text without its comments. */
const code = (text: string) => text.replace(/^\s*(#|\/\/).*$|<!--[\s\S]*?-->/gm, '');

/** Lines of proxies that remove a header of the application behind them. */
const removal = /proxy_hide_header|unset|del-header|header_down|=> ""/;
/** What a text sets, without its comments and removals. */
const settings = (text: string) =>
  code(text)
    .split('\n')
    .filter((line) => !removal.test(line))
    .join('\n')
    .replace(/[\w./-]*credentials: "?false"?|--no-cors-credentials/gi, '');

/** The parts of a policy that a stack can have. */
function partsIn(id: StackId, { origins, methods, requestHeaders, exposedHeaders }: CorsPolicy) {
  const { limits = [] }: Stack = stacks[id];
  const named = limits.includes('any-origin') || origins === '*' ? [] : origins;
  const lists = [...methods, ...requestHeaders, ...exposedHeaders, '7200'];
  return [
    ...(limits.includes('one-origin') ? named.slice(0, 1) : named),
    ...(limits.includes('lists-fixed') ? [] : lists),
  ];
}

/** Whether a stack has words of its own for credentials, and comments for each part. */
const isWhole = (id: StackId) => {
  const { limits = [], isJson = false }: Stack = stacks[id];
  return { credentials: !limits.some((limit) => /^credentials|^lists/.test(limit)), comments: !isJson };
};

describe.each(ids)('the policy in the words of %s', (id) => {
  test('contains each part of it once it is needed, and no part that is not', () => {
    const text = settings(textOf(id, whole)).replaceAll('\\', '');
    for (const part of partsIn(id, whole)) expect(text.toLowerCase()).toContain(part.toLowerCase());
    if (isWhole(id).credentials) expect(text).toMatch(/credentials/i);
    expect(settings(textOf(id, simple))).not.toMatch(/credentials|max.?age|undefined|null|x-team|7200/i);
  });

  test('allows any origin only without credentials', () => {
    const text = settings(textOf(id, anyOrigin));
    expect(text).toMatch(/\*|All|ANY|True|start --cors/);
    expect(text).not.toMatch(/credentials|page\.example/i);
  });

  // JSON has no comments.
  test.runIf(isWhole(id).comments)('has a comment for each part, in every language', () => {
    for (const language of languages) {
      const words = stackWords.in(language);
      const { parts } = writePolicy(id, whole, words.comments, words.places[id]);
      const text = parts
        .map((part) => part.text)
        .join('\n')
        .replace(/\n\s*(?:(?:#|\/\/) )?/g, ' ');
      const { replaces, credentials, methods, requestHeaders, maxAge, exposed } = words.comments;
      const ofLists = [replaces, credentials, methods, requestHeaders, maxAge, exposed];
      const { limits = [] }: Stack = stacks[id];
      const listed = limits.includes('lists-fixed') ? [] : ofLists;
      for (const each of [words.places[id], ...listed]) expect(text).toContain(each);
    }
  });

  test('leaves out names and origins that could become configuration', () => {
    const evil: CorsPolicy = {
      ...whole,
      origins: ['https://page.example', 'https://a";b}.example', "https://'$(x).example"],
      methods: ['PUT', "P'T", 'P$T'],
      requestHeaders: ['x-team', "x-'|`$", 'x"'],
      exposedHeaders: ['ETag', "x'"],
    };
    const { parts, leftOut } = writePolicy(id, evil, comments, places[id]);
    expect(leftOut).toBe(7);
    for (const { text } of parts) expect(text).not.toMatch(/a";b|\$\(x|P'T|P\$T|x-'\||x"'|x''/);
  });
});

test.each(['nginx', 'apache', 'caddy', 'haproxy', 'lighttpd', 'varnish'] as const)(
  'the policy in the words of %s removes all headers that the application behind it could send',
  (id) => {
    const removals = textOf(id, simple)
      .split('\n')
      .filter((line) => removal.test(line))
      .join('\n');
    for (const name of policyHeaders) expect(removals).toContain(name);
  },
);

describe('the stack that responses name', () => {
  // biome-ignore format: a table
  test.each<[string, StackId | null]>([
    // headers                                    stack
    ['Server: nginx/1.26.3',                      'nginx'],
    ['Server: nginx\nX-Powered-By: Express',      'express'],
    ['Server: Apache/2.4.62 (Debian)',            'apache'],
    ['Server: Apache-Coyote/1.1',                 'tomcat'],
    ['Server: Caddy',                             'caddy'],
    ['Via: 1.1 Caddy',                            'caddy'],
    ['Server: uvicorn',                           'fastapi'],
    ['Server: Werkzeug/3.1.3 Python/3.13.5',      'flask'],
    ['X-Powered-By: PHP/8.4.11',                  'php'],
    ['Server: AmazonS3',                          's3'],
    ['Server: Microsoft-IIS/10.0\nX-Powered-By: ASP.NET', 'iis'],
    ['Server: Kestrel',                           'aspnet'],
    ['Server: envoy',                             'envoy'],
    ['Via: 1.1 abc.cloudfront.net (CloudFront)',  'cloudfront'],
    ['X-Powered-By: Nuxt',                        'nitro'],
    ['Server: cloudflare',                        null],
    ['Content-Type: text/html',                   null],
  ])('of %j is %s', (list, id) => {
    expect(guessStack([headers(list)])?.id ?? null).toBe(id);
  });
});

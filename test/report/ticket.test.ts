import { describe, expect, test } from 'vitest';
import { curl } from '../../src/report/curl';
import { codeBlock, escapeMarkdown, inlineCode } from '../../src/report/escape-markdown';
import { ticket } from '../../src/report/ticket';
import { judged, type Seen } from '../prose/seen';
import { http } from '../support/http';

const write = (seen: Seen, language: 'en' | 'zh-CN' = 'en') =>
  ticket({
    ...judged({ redaction: 'minimal', ...seen }),
    language,
    browser: seen.browser === 'firefox' ? 'Firefox 153' : 'Chrome 156',
  });

const asks =
  'Origin: http://page.test\nAccess-Control-Request-Method: PUT\nAccess-Control-Request-Headers: x-a';
const sent =
  'Origin: http://page.test\nCookie: sid=hunter2\nAuthorization: Bearer hunter2\nX-Api-Key: hunter2';
const error = 'net::ERR_FAILED';

const blockedPreflight: Seen = {
  error,
  hops: [
    {
      url: 'http://api.test/data?page=2&token=hunter2',
      method: 'PUT',
      preflight: {
        asks,
        answer: http`401
          Access-Control-Allow-Origin: http://page.test
          Access-Control-Allow-Credentials: true
          Access-Control-Allow-Methods: GET
          Set-Cookie: sid=hunter2
          WWW-Authenticate: Bearer hunter2
          Vary: Origin`,
      },
    },
  ],
};

const blockedResponse: Seen = {
  error,
  hops: [
    {
      sent,
      answer: http`200
        Access-Control-Allow-Origin: *
        Set-Cookie: sid=hunter2
        Server: nginx`,
    },
  ],
};

const opaqueOrigin: Seen = {
  error,
  origin: 'null',
  hops: [
    {
      sent: 'Origin: null\nCookie: a=hunter2',
      answer: http`200
        Access-Control-Allow-Origin: http://page.test`,
    },
  ],
};

const anchor = 'https://fetch.spec.whatwg.org/commit-snapshots/586cd2a44c2a865b37c166dc0740f3fb8bb220d6/';

const lowerCaseMethod: Seen = {
  error,
  hops: [
    {
      method: 'patch',
      preflight: {
        asks: 'Origin: http://page.test\nAccess-Control-Request-Method: patch',
        answer: http`204
          Access-Control-Allow-Origin: http://page.test
          Access-Control-Allow-Credentials: true
          Access-Control-Allow-Methods: PATCH`,
      },
    },
  ],
};

describe('a ticket', () => {
  test.each([
    ['en', 'In the page’s code'],
    ['zh-CN', '在页面代码里'],
  ] as const)(
    'has the change of the page instead of headers if the page is wrong, in %s',
    (language, own) => {
      const text = write(lowerCaseMethod, language);
      expect(text).toContain(`### ${own}`);
      expect(text).toContain("method: 'PATCH'");
      expect(text).not.toContain('| `Access-Control-Allow-Methods` |');
      expect(write(blockedPreflight, language)).not.toContain(own);
    },
  );

  test('has everything a server team needs, from the problem to its verification', () => {
    expect(write(blockedPreflight)).toBe(`## PUT \`http://api.test/data\` was blocked for \`http://page.test\`

### What happened

\`api.test\` answered the preflight with 401, so the PUT was never sent.

### Cause

- **Authentication rejects the preflight, which never carries credentials** (certain)

  Change needed in: API. In the API, run CORS before authentication and let preflights (OPTIONS with Origin and \`Access-Control-Request-Method\`) through: they never carry cookies or Authorization.

  Evidence: \`status 401\`, \`WWW-Authenticate: Bearer redacted-2-7alnum\`

### What to change

| Header | In | Current | Required |
| --- | --- | --- | --- |
| status code | preflight response (OPTIONS) | \`401\` | \`204\` |
| \`Access-Control-Allow-Methods\` | preflight response (OPTIONS) | \`GET\` | \`GET, PUT\` |
| \`Access-Control-Allow-Headers\` | preflight response (OPTIONS) | (missing) | \`x-a\` |
| \`Access-Control-Allow-Origin\` | response | (not seen yet) | \`http://page.test\` |

PUT itself was not sent, so its response was not seen: add the headers that the table lists for it, unless it has them already.

\`Access-Control-Allow-Origin\` must be exactly one origin, or \`*\`. To support several origins, check the Origin header against an allowlist, return the one that matches and add Vary: Origin. Echoing back every Origin opens the data to every site.

### All problems

1. **The preflight response has no status from 200 to 299** (rule: [CORS-preflight fetch, step 8](<${anchor}#cors-preflight-fetch-0>))

   \`api.test\` rejected the preflight for \`http://api.test/data\` with status 401, so the PUT request from \`http://page.test\` was not sent.

   On \`api.test\`, answer OPTIONS \`http://api.test/data\` with 204 and the \`Access-Control-Allow-*\` headers. Handle preflights before authentication and routing: a preflight never carries cookies or Authorization.

2. **The preflight’s \`Access-Control-Allow-Methods\` does not list the method** (rule: [CORS-preflight fetch, step 7.5](<${anchor}#cors-preflight-fetch-0>))

   The request’s method is PUT, but \`Access-Control-Allow-Methods\` in the preflight response from \`http://api.test/data\` is “\`GET\`”, so the PUT request from \`http://page.test\` was not sent.

   On \`api.test\`, list PUT in \`Access-Control-Allow-Methods\` in the preflight response from \`http://api.test/data\`.

3. **The preflight’s \`Access-Control-Allow-Headers\` lacks a requested header** (rule: [CORS-preflight fetch, step 7.7](<${anchor}#cors-preflight-fetch-0>))

   The request has x-a, but \`Access-Control-Allow-Headers\` in the preflight response from \`http://api.test/data\` is missing, so the PUT request from \`http://page.test\` was not sent.

   On \`api.test\`, list x-a in \`Access-Control-Allow-Headers\` in the preflight response from \`http://api.test/data\`; or, in the page, remove headers that the server does not need. \`Access-Control-*\` headers on the request only add to what the preflight must allow.

### The request as sent

\`\`\`http
PUT http://api.test/data?page=redacted-1-1digits&token=redacted_2_7alnum
Origin: http://page.test

# The preflight as sent
Access-Control-Request-Method: PUT
Access-Control-Request-Headers: x-a
\`\`\`

### The response headers

\`\`\`http
# Preflight response, status 401
Access-Control-Allow-Origin: http://page.test
Access-Control-Allow-Credentials: true
Access-Control-Allow-Methods: GET
Vary: Origin
\`\`\`

### How to verify

The preflight as sent:

\`\`\`sh
curl -sS -g -D - -o /dev/null -X OPTIONS -H 'Origin: http://page.test' -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: x-a' 'http://api.test/data?page=redacted-1-1digits&token=redacted_2_7alnum'
\`\`\`

- curl and Postman show the headers, but do not apply the rule: compare the headers with the table.
- These commands send no cookies and no Authorization header; behind a login the response can differ.
- Each \`redacted-…\` is a placeholder for a value: insert the real one before you run a command.

### How this is known

Observed in Chrome 156.

- Assumed: It is not visible whether the page asked for credentials, so both cases were judged.
`);
  });

  test.each([
    ['en', blockedPreflight],
    ['en', blockedResponse],
    ['en', opaqueOrigin],
    ['zh-CN', blockedPreflight],
    ['zh-CN', blockedResponse],
    ['zh-CN', opaqueOrigin],
  ] as const)('contains no secrets and no secret headers in %s', (language, seen) => {
    const text = write(seen, language);
    expect(text).not.toContain('hunter2');
    expect(text).not.toMatch(/^(set-)?cookie:|^authorization:|undefined|\[object/im);
    expect(text).not.toMatch(/-H '(cookie|authorization)/i);
  });

  test('is written in Chinese', () => {
    const text = write(blockedResponse, 'zh-CN');
    expect(text).toMatch(/^## `http:\/\/page\.test` 发起的 GET `http:\/\/api\.test\/data` 被拦截$/m);
    expect(text).toContain('| `Access-Control-Allow-Origin` | 响应 | `*` | `http://page.test` |');
    expect(text).toContain(`（规则：[CORS 检查，第 4 步](<${anchor}#concept-cors-check>)）`);
    expect(text).toContain('在 Chrome 156 中观察到');
  });

  test('warns about null instead of requiring it', () => {
    const text = write(opaqueOrigin);
    expect(text).toContain('| a real origin: see the warning below |');
    expect(text).toContain('**Warning: do not allow the origin null.');
    expect(text).not.toMatch(/\| `null` \|$/m);
  });

  test('warns about echoing every Origin if one must be named', () => {
    expect(write(blockedResponse)).toContain('Echoing back every Origin opens the data to every site.');
  });

  test('has no empty table and no command for a problem outside origin rules', () => {
    const text = write({ error: 'net::ERR_CONNECTION_REFUSED' });
    expect(text).toContain('Each problem below says what to change.');
    expect(text).toContain('No response header can change this.');
    expect(text).toContain('No response was seen.');
    expect(text).not.toMatch(/^\|/m);
    expect(text).not.toMatch(/CORS/);
    expect(text).not.toContain('### How to verify');
  });

  test('lists all candidates', () => {
    const answer = http`404
      Access-Control-Allow-Origin: *`;
    const text = write({ hops: [{ method: 'PUT', preflight: { asks, answer } }], error });
    expect(text).toContain('### Possible causes');
    expect(text).toContain('- **The preflight response has no status from 200 to 299** (rule: ');
    expect(text).toMatch(
      /- \*\*The preflight’s `Access-Control-Allow-Origin` is `\*`, with credentials included/,
    );
  });

  test('gives each candidate its own remedy', () => {
    const answer = http`404
      Access-Control-Allow-Origin: *`;
    const text = write({ hops: [{ method: 'PUT', preflight: { asks, answer } }], error });
    expect(text).toContain('answer OPTIONS `http://api.test/data` with 204');
    expect(text).toContain(
      '`http://page.test` in the preflight response from `http://api.test/data`, together with',
    );
  });

  test('does not claim that no change is needed if that is not known', () => {
    const text = write({ type: 'image', browser: 'firefox', hops: [{ sent: '' }], closed: 'service-worker' });
    expect(text).not.toContain('Nothing needs to change');
    expect(text).not.toContain('### What to change');
  });

  test('states that the outcome was computed because Firefox did not show it', () => {
    const text = write({ browser: 'firefox', hops: [{ sent, answer: http`200` }] });
    expect(text).toContain('Computed by the rules: Firefox 153 does not show extensions the outcome here');
  });

  test('names the hop that must change', () => {
    const first = {
      url: 'http://a.test/',
      to: 'http://b.test/',
      sent: 'Origin: http://page.test',
      answer: http`302
        Access-Control-Allow-Origin: http://page.test
        Location: http://b.test/`,
    };
    const second = { url: 'http://b.test/', sent: 'Origin: null', answer: http`200` };
    const text = write({ hops: [first, second], error });
    expect(text).toContain(
      '| response, request 2 of the redirect chain, `http://b.test/` | (missing) | `*` |',
    );
    expect(text).toContain("-H 'Origin: null' 'http://b.test/'");
  });

  test('warns before a command with side effects', () => {
    const answer = http`200
      Access-Control-Allow-Origin: *`;
    const post = write({ hops: [{ method: 'POST', sent, answer }], error });
    expect(post).toContain('run it only if that does no harm');
    expect(write(blockedResponse)).not.toContain('run it only if that does no harm');
  });

  const hostile = '</code>|<script>`x`</script> [a](javascript:b) \n| c | **d** @everyone & $e$ \\';

  test('keeps its Markdown structure with any bytes', () => {
    const answer = { status: 200, headerList: [['Access-Control-Allow-Origin', hostile]] as const };
    const text = write({ hops: [{ sent, answer }], error });
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.match(/(?<!\\)\|/g), row).toHaveLength(5);
    const outside = text.replace(/^(`{3,})http\n.*?\n\1$/gms, '');
    expect(outside).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(javascript|(?<!\\)\*\*d|@everyone/);
    expect(text.split('\n').filter((line) => /^`{3,}$/.test(line))).toHaveLength(3);
  });
});

test('a ticket has no secrets from a path anywhere', () => {
  const secret = 'Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z';
  const answer = { status: 302, headerList: [['Location', `ftp://files.test/in/${secret}`]] as const };
  const url = `http://api.test/reset/${secret}`;
  for (const language of ['en', 'zh-CN'] as const) {
    expect(write({ hops: [{ url, sent, answer: http`200` }], error }, language)).not.toContain(secret);
    expect(write({ hops: [{ url, sent, answer }], error }, language)).not.toContain(secret);
  }
});

describe('escaped Markdown', () => {
  // biome-ignore format: a table
  test.each([
    // text                        as Markdown
    ['plain words, and more.',       'plain words, and more.'],
    ['a “b c” d',                    'a “`b c`” d'],
    ['a *b* _c_ d_e',                'a `*b*` `_c_` `d_e`'],
    ['<b> [a](b) & | ~ $',           '`<b>` `[a](b)` `&` <code>&#124;</code> `~` `$`'],
    ['`f`',                          '<code>&#96;f&#96;</code>'],
    ['1. first',                     '`1.` first'],
    ['status 401. 1,234 more',       'status 401. 1,234 more'],
    ['- item',                       '`-` item'],
    ['# heading',                    '`#` heading'],
    ['127.0.0.1:80 answered',        '`127.0.0.1:80` answered'],
    ['Access-Control-Max-Age: 5',    '`Access-Control-Max-Age`: 5'],
    ['cross-origin, no-cors',        'cross-origin, no-cors'],
    ['(see fetch())',                '(see `fetch()`)'],
    ['api.test 响应了 http://a/。',   '`api.test` 响应了 `http://a/`。'],
    ['www.中国',                     '`www.`中国'],
    ['a\nb\u0000\u202ec',           '`a⟨U+000A⟩b⟨U+0000⟩⟨U+202E⟩c`'],
    ['fixes #12, GH-12, a/b#12',     'fixes `#12`, `GH-12`, `a/b#12`'],
    ['@someone :smile: !1 ~l %m &e', '`@someone` `:smile`: `!1` `~l` `%m` `&e`'],
    ['deadbee deed 1234567',         '`deadbee` deed `1234567`'],
    ['\ud800',                       '`⟨U+D800⟩`'],
  ])('of %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  // biome-ignore format: a table
  test.each([
    ['text/plain',   '`text/plain`'],
    ['*',            '`*`'],
    ['a|b',          '<code>a&#124;b</code>'],
    ['`',            '<code>&#96;</code>'],
    ['a\\',          '<code>a&#92;</code>'],
    [' a',           '<code> a</code>'],
    ['',             '<code></code>'],
    ['<b>`',         '<code>&#60;b&#62;&#96;</code>'],
  ])('as inline code: %j', (text, code) => {
    expect(inlineCode(text)).toBe(code);
  });

  test('uses a fence that no line can close', () => {
    expect(codeBlock('http', ['a', '```', 'b\n````'])).toBe('`````http\na\n```\nb⟨U+000A⟩````\n`````');
  });
});

describe('a curl command', () => {
  test('requests only the headers', () => {
    expect(curl('GET', 'https://api.test/', [])).toBe("curl -sS -g -D - -o /dev/null 'https://api.test/'");
    expect(curl('HEAD', 'https://api.test/', [])).toContain('--head');
    expect(curl("x';y", 'https://api.test/', [])).toContain("-X 'x'\\'';y'");
    expect(curl('GET', 'https://api.test/…\u0007', [])).toContain("'https://api.test/??'");
  });
});

describe('a URL in a ticket', () => {
  // biome-ignore format: a table
  test.each([
    ['https://user:word@api.test/a?b=c#d', 'https://api.test/a?b=redacted_1_1letters'],
    ['https://api.test/?access_token=x',   'https://api.test/?access_token=redacted_1_1letters'],
    ['https://api.test/reset/a1b2c3d4e5',  'https://api.test/reset/redacted_1_10hex'],
  ])('%s is shown as %s', (url, shown) => {
    const text = write({ hops: [{ url, answer: http`200
      Vary: Origin` }], error });
    expect(text).toContain(`\nGET ${shown}\n`);
    expect(text).toContain(`'${shown}'`);
  });

  test('is unchanged without redaction', () => {
    const url = 'https://user:word@api.test/a?b=c#d';
    expect(write({ hops: [{ url }], error, redaction: 'everything' })).toContain(
      '\nGET https://api.test/a?b=c\n',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/report/markdown';
import type { Report, ReportExchange } from '../../src/report/model';
import { situations } from '../devtools/gallery/situations';
import { exchangeFacts, hopFacts } from '../support/facts';
import { reportOfFacts } from '../support/reports';
import { runs } from '../support/runs';

const failed = { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } as const;
const preflightRequest = [
  ['Origin', 'https://page.example'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Cookie', 'sid=hunter2-long'],
] as const;

const facts = [
  exchangeFacts(
    [hopFacts({ response: { status: 200, headerList: [['Access-Control-Allow-Origin', '*']] } })],
    { id: 'a' },
  ),
  exchangeFacts(
    [
      hopFacts({
        url: 'https://api.example/b|c?x=`1`',
        requestHeaders: preflightRequest,
        responseStartedAtMs: null,
      }),
    ],
    {
      id: 'b',
      startedAtMs: 1_500,
      end: failed,
    },
  ),
];
const report = reportOfFacts(facts);

describe('a report in Markdown', () => {
  const text = markdown(report);
  const readable = markdown(reportOfFacts(facts, { redaction: 'readable' }));
  const minimal = markdown(reportOfFacts(facts, { redaction: 'minimal' }));
  const [head = '', requests = '', details = ''] = text.split(/^## .*$/m);

  test('starts with the recording and its redaction', () => {
    expect(head).toBe(`# CORScope report

- Page: \`https://page.example/\` (A page)
- Browser: Chrome 156.0
- Recorded: \`1970-01-01T00:00:00.000Z\` to \`1970-01-01T00:01:00.000Z\`
- **Nothing was removed from this report: it can contain cookies, tokens and passwords.**

`);
    expect(readable).toContain('- Readable report: values that look like secrets are replaced.');
    expect(minimal).toMatch(
      /\(`redacted-1-6text`\)[\s\S]*^- Minimal report: values that explain nothing are replaced\./m,
    );
    expect([readable, minimal].join()).not.toContain('hunter2');
  });

  test('has every request in a table', () => {
    const rows = requests.trim().split('\n');
    expect(rows[0]).toBe('| # | Class | Outcome | Method | URL | Reason | Status |');
    expect(rows).toHaveLength(4);
    expect(rows[3]).toContain('| <code>https&#58;//api.example/b&#124;c&#63;x&#61;&#96;1&#96;</code> |');
    expect(rows[3]).toMatch(
      /^\| 2 \| simple \| blocked \| `GET` \|.*No `Access-Control-Allow-Origin` \| 200 \|$/,
    );
  });

  test('explains only the failed requests', () => {
    expect(details.match(/^### .*$/gm)).toHaveLength(1);
    for (const part of [
      /^### 2\. `GET` .* blocked$/m,
      /^Other routes of `api\.example` have CORS headers, but .*, so the page at `https:\/\/page\.example` cannot read the response\.$/m,
      /^#### Cause$/m,
      /^- Request origin: `https:\/\/page\.example`$/m,
      /^- Mode `cors` \(observed\), credentials mode `include` \(inferred\)$/m,
      /^- Browser message: `MissingAllowOriginHeader`$/m,
      /^\| `Access-Control-Allow-Origin` \| response \| \(missing\) \| `https:\/\/page\.example` \|$/m,
      /^1\. \*\*The response has no `Access-Control-Allow-Origin` header\*\* \(rule: \[CORS check, step 2\]\(<https:\/\/fetch\.spec\.whatwg\.org\/commit-snapshots\/\w+\/#concept-cors-check>\)\)$/m,
      /^ {3}- `requestOrigin`: `https:\/\/page\.example`$/m,
      /^ {3}- `origin`: absent$/m,
    ]) {
      expect(details).toMatch(part);
    }
    expect(text).not.toContain('hunter2');
  });

  test('lists the limits of the recording', () => {
    const { recording } = report;
    const limited: Report = {
      ...report,
      recording: {
        ...recording,
        startedBefore: 3,
        stops: 1,
        hostPermission: false,
        dropped: { ...recording.dropped, exchanges: 7 },
      },
    };
    for (const limit of ['3 requests started', 'stopped 1 time', 'No site access', '7 requests dropped']) {
      expect(markdown(limited)).toContain(limit);
    }
    expect(markdown({ ...report, recording: { ...recording, since: 'after-load' } })).toContain(
      'was loaded before',
    );
    expect(markdown(reportOfFacts([]))).toContain('No request was recorded.');
  });

  test('uses the language of the report', () => {
    const chinese = markdown(reportOfFacts(situations, { language: 'zh-CN' }));
    expect(chinese).toContain('# CORScope 报告');
    expect(chinese).toContain('| # | 类别 | 结果 | 方法 | URL | 原因 | 状态码 |');
    expect(chinese).not.toMatch(/undefined|\[object/);
  });

  test('lists every candidate', () => {
    const part: Partial<ReportExchange> = {
      outcome: 'unknown',
      candidates: ['allow-origin-missing', 'none'],
    };
    const exchanges = report.exchanges.map((exchange) => ({ ...exchange, ...part }));
    expect(markdown({ ...report, exchanges })).toContain(
      '- **The response has no `Access-Control-Allow-Origin` header** (rule:',
    );
  });

  test('numbers a preflight whose request is not in the report', () => {
    const [, blocked] = report.exchanges;
    const alone = { ...blocked!, id: 'p', preflightFor: { exchange: 'gone', hop: 0 } };
    expect(markdown({ ...report, exchanges: [alone] })).toMatch(/^\| 1 \| /m);
  });
});

describe('with any content from a page', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      ...'|`<>*_[]()#\\\n\r&@!-+1. \u202e\u0007abc',
      '```',
      '</code>',
      '<img src=x>',
      '| --- |',
    ),
    maxLength: 60,
  });

  test('keeps the columns of a table and turns no text into markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const exchanges = report.exchanges.map((exchange) => ({
          ...exchange,
          url: text,
          method: text,
          headline: text,
          error: text,
          browserSays: [text],
          needs: exchange.needs.map((need) => ({ ...need, has: text, needs: text, header: text })),
          findings: exchange.findings.map((finding) => ({
            ...finding,
            title: text,
            remedy: text,
            evidence: { [text]: text },
          })),
          assumptions: [{ field: 'mode', because: text }],
        }));
        const written = markdown({ ...report, page: { url: text, origin: text, title: text }, exchanges });
        const rows = written.split('\n').filter((line) => line.startsWith('|'));
        for (const row of rows) {
          const columns = row.replace(/`[^`]*`|<code>.*?<\/code>|\\./g, '').split('|').length;
          expect([6, 9]).toContain(columns);
        }
        const outsideCode = written.replace(/`[^`\n]*`/g, '');
        expect(outsideCode).not.toMatch(/(?<!\\)<img/);
        expect(written).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
        expect(written.match(/^#+ /gm)?.length).toBe(markdown(report).match(/^#+ /gm)?.length);
      }),
      { numRuns: runs(300) },
    );
  });
});

test('a request in Markdown has its redirects, preflight, cookies and the result of the other browser', () => {
  const parts = markdown(reportOfFacts(situations)).split(/^### /m).slice(1);
  const detailOf = (url: string) => parts.find((part) => part.includes(url)) ?? '';
  const redirected = detailOf('login.other.example/in');
  expect(redirected).toContain('#### Redirect chain');
  expect(redirected).toContain(
    '1. `GET` `https://id.example/start` → 302; Origin header: `https://shop.example`',
  );
  expect(redirected).toContain('2. `GET` `https://login.other.example/in` → 200; Origin header: `null`');
  expect(redirected).toMatch(/^- Response type: `error`, nothing: a TypeError without a reason$/m);

  const patched = markdown(reportOfFacts(situations.slice(-2)));
  expect(patched).toMatch(/^- Preflight triggers: `method PATCH`, `header content-type`$/m);
  expect(patched).toMatch(/^- Preflight cost: [\d.]+ ms; /m);
  expect(patched).toMatch(/^- Firefox: blocked, .*`CORSMethodNotFound`/m);

  const session = detailOf('shop.example:8443/session');
  expect(session).toContain('#### Cookies');
  expect(session).toMatch(/^- `sid` \*\*sent\*\*: It was in the Cookie header\. \(observed/m);
  expect(session).not.toContain('8d1f');
});

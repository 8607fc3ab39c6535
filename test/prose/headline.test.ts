import { describe, expect, test } from 'vitest';
import { factsOfUnsentCall } from '../../src/exchange/calls/unsent-call';
import { judge } from '../../src/exchange/verdict/judge';
import { headline } from '../../src/prose/headline';
import { distinctCandidates, reasonOf } from '../../src/prose/reason';
import { http } from '../support/http';
import { pageWord, reportedCall } from '../support/page-hints';
import { judged, type Seen } from './seen';

const cors = 'Origin: http://page.test';
const included = 'Origin: http://page.test\nCookie: sid=hunter2';
const put =
  'Origin: http://page.test\nAccess-Control-Request-Method: PUT\nAccess-Control-Request-Headers: x-a,x-b';
const allowing = http`204
  Access-Control-Allow-Origin: http://page.test
  Access-Control-Allow-Methods: PUT
  Access-Control-Allow-Headers: x-a, x-b`;

type Row = readonly [name: string, seen: Seen, sentence: string, reason: string];

// biome-ignore format: a table
const rows: readonly Row[] = [
  ['same-origin', { hops: [{ url: 'http://page.test/a?b', sent: '', answer: http`200` }] },
    'http://page.test/a has the same origin as the page at http://page.test, so the page can read it and no cross-origin rule applies.',
    '',
  ],
  ['same-origin, an error', { hops: [{ url: 'http://page.test/a', sent: '', answer: http`403` }] },
    'http://page.test/a (status 403) has the same origin as the page at http://page.test, so the page can read it and no cross-origin rule applies.',
    '',
  ],
  ['simple, an error', { hops: [{ sent: cors, answer: http`400
    Access-Control-Allow-Origin: *` }] },
    'The page at http://page.test can read http://api.test/data (status 400), because its Access-Control-Allow-Origin is “*”.',
    '',
  ],
  ['prefetched', { type: 'main_frame', hops: [{ url: 'http://page.test/n', sent: 'Sec-Purpose: prefetch', answer: http`200` }] },
    'The page at http://page.test prefetched http://page.test/n (status 200) for later use; this request did not navigate the tab.',
    '',
  ],
  ['a prefetch for an element', { type: 'other', hops: [{ sent: 'Sec-Purpose: prefetch;prerender', answer: http`200` }] },
    'The page at http://page.test prefetched http://api.test/data (status 200) for later use; this request did not navigate the tab.',
    '',
  ],
  ['a navigation without content', { type: 'main_frame', hops: [{ answer: http`204` }] },
    'http://api.test/data answered the navigation without content (status 204), so the tab kept its document.',
    '',
  ],
  ['a navigation that can be a download', { browser: 'firefox', type: 'main_frame', hops: [{ sent: 'Sec-Fetch-Site: same-origin', answer: http`200` }] },
    'A tab navigated to http://api.test/data (status 200), or saved the response if a link with the attribute download was clicked.',
    '',
  ],
  ['a navigation that is no download', { browser: 'firefox', type: 'main_frame', hops: [{ sent: 'Sec-Fetch-Site: none', answer: http`200` }] },
    'A tab navigated to http://api.test/data (status 200): navigations to any origin are allowed.',
    '',
  ],
  ['a navigation without content, in Firefox', { browser: 'firefox', type: 'main_frame', hops: [{ answer: http`205` }] },
    'http://api.test/data answered the navigation without content (status 205), so the tab kept its document.',
    '',
  ],
  ['a download', { type: 'main_frame', hops: [{ answer: http`200
    Content-Type: text/html
    Content-Disposition: Attachment; filename="a.html"` }] },
    'http://api.test/data was downloaded (status 200), because its Content-Disposition is attachment; the tab kept its document.',
    '',
  ],
  ['a download by its type', { type: 'main_frame', hops: [{ answer: http`200
    Content-Type: application/zip` }] },
    'http://api.test/data was downloaded (status 200), because its Content-Type is application/zip; the tab kept its document.',
    '',
  ],
  ['blocked: no header, an error', { hops: [{ sent: cors, answer: http`403` }], error: 'net::ERR_FAILED' },
    'api.test answered GET http://api.test/data with status 403 and without Access-Control-Allow-Origin, so the page at http://page.test cannot read it.',
    'No Access-Control-Allow-Origin',
  ],
  ['blocked: a mismatch, an error', { hops: [{ sent: cors, answer: http`500
    Access-Control-Allow-Origin: http://else.test` }], error: 'net::ERR_FAILED' },
    'Access-Control-Allow-Origin in the response to GET http://api.test/data (status 500) is “http://else.test”, but the request’s Origin is “http://page.test”, so the page at http://page.test cannot read it.',
    'A different origin is allowed',
  ],
  ['simple, named', { hops: [{ sent: cors, answer: http`200
    Access-Control-Allow-Origin: http://page.test` }] },
    'The page at http://page.test can read http://api.test/data, because its Access-Control-Allow-Origin is “http://page.test”.',
    '',
  ],
  ['simple, with credentials', { hops: [{ sent: included, answer: http`200
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true` }] },
    'The page at http://page.test can read http://api.test/data, because its Access-Control-Allow-Origin is “http://page.test” and Access-Control-Allow-Credentials is true.',
    '',
  ],
  ['simple, in Firefox', { browser: 'firefox', hops: [{ sent: cors, answer: http`200
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true` }] },
    'The page at http://page.test can read http://api.test/data, because its Access-Control-Allow-Origin is “http://page.test” (computed: Firefox does not show extensions the outcome here).',
    '',
  ],
  ['either credentials or nothing', { browser: 'firefox', hops: [{ sent: cors, answer: http`200
    Access-Control-Allow-Origin: *` }] },
    "GET http://api.test/data from the page at http://page.test has an unknown outcome: either nothing went wrong, or Access-Control-Allow-Origin is *, but the request includes credentials; to tell them apart, check whether the page asked for credentials (credentials: 'include', withCredentials) (computed: Firefox does not show extensions the outcome here).",
    'Nothing went wrong or * not allowed with credentials',
  ],
  ['passed, in whichever mode', { hops: [{ method: 'POST', sent: cors, answer: http`200
    Access-Control-Allow-Origin: http://page.test` }] },
    'The page at http://page.test got the response from http://api.test/data; whether script can read it depends on the request’s mode, which is not visible.',
    '',
  ],
  ['preflighted', { hops: [{ method: 'PUT', preflight: { asks: put, answer: allowing },
    sent: cors, answer: http`200
    Access-Control-Allow-Origin: *` }] },
    'The preflight allowed PUT with x-a, x-b, and the page at http://page.test can read http://api.test/data, because its Access-Control-Allow-Origin is “*”.',
    '',
  ],
  ['preflighted, by the preflight cache', { hops: [{ method: 'PUT', sent: cors, answer: http`200
    Access-Control-Allow-Origin: *` }] },
    'PUT was sent without a new preflight, because an earlier one is still cached, and the page at http://page.test can read http://api.test/data, because its Access-Control-Allow-Origin is “*”.',
    '',
  ],
  ['blocked: no header', { hops: [{ sent: cors, answer: http`200` }], error: 'net::ERR_FAILED' },
    'api.test answered GET http://api.test/data without Access-Control-Allow-Origin, so the page at http://page.test cannot read it.',
    'No Access-Control-Allow-Origin',
  ],
  ['blocked: no header, in Firefox', { browser: 'firefox', hops: [{ sent: cors, answer: http`200` }] },
    'api.test answered GET http://api.test/data without Access-Control-Allow-Origin, so the page at http://page.test cannot read it (computed: Firefox does not show extensions the outcome here).',
    'No Access-Control-Allow-Origin',
  ],
  ['blocked: a slash', { hops: [{ sent: cors, answer: http`200
    Access-Control-Allow-Origin: http://page.test/` }], error: 'net::ERR_FAILED' },
    'Access-Control-Allow-Origin in the response to GET http://api.test/data is “http://page.test/”, but the request’s Origin is “http://page.test” (an origin has no trailing slash), so the page at http://page.test cannot read it.',
    'A different origin is allowed',
  ],
  ['blocked: * with credentials', { hops: [{ sent: included, answer: http`200
    Access-Control-Allow-Origin: *` }], error: 'net::ERR_FAILED' },
    'Access-Control-Allow-Origin in the response to GET http://api.test/data is “*”, but * is not a wildcard for a request that includes credentials, so the page at http://page.test cannot read it.',
    '* not allowed with credentials',
  ],
  ['blocked: null after redirects', { hops: [
    { url: 'http://a.test/', sent: cors, answer: http`302
      Access-Control-Allow-Origin: *
      Location: http://b.test/`, to: 'http://b.test/' },
    { url: 'http://b.test/', sent: 'Origin: null', answer: http`200
      Access-Control-Allow-Origin: http://page.test` }], error: 'net::ERR_FAILED' },
    'Access-Control-Allow-Origin in the response to GET http://b.test/ is “http://page.test”, but the request’s Origin is “null”, so the page (Origin: null) cannot read it (after a redirect from http://a.test/).',
    'A different origin is allowed',
  ],
  ['blocked: preflight status', { hops: [{ method: 'PUT', preflight: { asks: put, answer: http`401
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true` } }], error: 'net::ERR_FAILED' },
    'api.test rejected the preflight for http://api.test/data with status 401, so the PUT request from http://page.test was not sent.',
    'Preflight status is not 2xx',
  ],
  ['blocked: preflight header', { hops: [{ method: 'PUT', preflight: { asks: put, answer: http`204
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true
    Access-Control-Allow-Methods: PUT
    Access-Control-Allow-Headers: x-a` } }], error: 'net::ERR_FAILED' },
    'The request has x-b, but Access-Control-Allow-Headers in the preflight response from http://api.test/data is “x-a”, so the PUT request from http://page.test was not sent.',
    'Preflight does not allow a header',
  ],
  ['either status or credentials', { hops: [{ method: 'PUT', preflight: { asks: put, answer: http`404
    Access-Control-Allow-Origin: *` } }], error: 'net::ERR_FAILED' },
    "PUT http://api.test/data from the page at http://page.test was blocked: either the preflight response has no status from 200 to 299 (“404”), or the preflight’s Access-Control-Allow-Origin is *, with credentials included; to tell them apart, check whether the page asked for credentials (credentials: 'include', withCredentials).",
    'Preflight status is not 2xx or Preflight: * with credentials',
  ],
  ['either a redirect mode or its success', { hops: [{ sent: cors, answer: http`302
    Access-Control-Allow-Origin: *
    Location: http://api.test/b`, to: 'http://api.test/b' }], error: 'net::ERR_ABORTED' },
    'GET http://api.test/data from the page at http://page.test has an unknown outcome: either the page does not accept redirects for this request, or nothing went wrong, or the page’s own policy blocks the redirect’s target; to tell them apart, check the redirect option of the page’s call, and the console.',
    'The page does not accept redirects / Nothing went wrong or Policy blocks the redirect’s target',
  ],
  ['failed: refused', { hops: [{}], error: 'net::ERR_CONNECTION_REFUSED' },
    'api.test refused the connection (net::ERR_CONNECTION_REFUSED): no server listens on that port, so there was no response to check.',
    'Connection refused',
  ],
  ['failed: no certificate, in Firefox', { browser: 'firefox', hops: [{ url: 'https://api.test/' }],
    error: 'The certificate is not trusted.' },
    'No secure connection to api.test could be established (The certificate is not trusted.), so the request was not sent.',
    'TLS or certificate failed',
  ],
  ['failed: cancelled', { hops: [{}], error: 'net::ERR_ABORTED' },
    'GET http://api.test/data was cancelled (net::ERR_ABORTED): by the page’s own code, by a timeout that it set, or because the page or the element was removed.',
    'Cancelled',
  ],
  ['failed: either the network or its permission', { hops: [{}], error: 'net::ERR_FAILED' },
    'GET http://api.test/data from the page at http://page.test failed: either the network failed before a response arrived, or the page has no permission to reach the local network, or the address is not in the address space that the page declared; to tell them apart, check whether the page has permission for the local network (its site settings).',
    'Network failure / Local network permission missing or Not in the declared address space',
  ],
  ['opaque: an image', { type: 'image',
    hops: [{ url: 'http://api.test/a.png', sent: '', answer: http`200` }] },
    'The page at http://page.test can use http://api.test/a.png, but script cannot read it, because it was embedded with mode no-cors.',
    '',
  ],
  ['opaque: fetch', { hops: [{ sent: '', answer: http`200` }] },
    "The page at http://page.test got an opaque response from http://api.test/data: with mode: 'no-cors', script cannot read status, headers or body, regardless of what the server sends.",
    '',
  ],
  ['opaque: a beacon', { type: 'ping', hops: [{ method: 'POST', sent: cors, answer: http`204` }] },
    'The page at http://page.test sent POST http://api.test/data; script cannot read the response to such a request.',
    '',
  ],
  ['read or opaque', { hops: [{ method: 'POST', sent: cors, answer: http`200
    Access-Control-Allow-Origin: *` }] },
    'The page at http://page.test got the response from http://api.test/data; whether script can read it depends on the request’s mode, which is not visible.',
    '',
  ],
  ['blocked: policy of the resource', { type: 'image', hops: [{ sent: '', answer: http`200
    Cross-Origin-Resource-Policy: same-site` }], error: 'net::ERR_BLOCKED_BY_RESPONSE' },
    'api.test sent Cross-Origin-Resource-Policy: same-site with http://api.test/data, so the page at http://page.test, which belongs to a different site, cannot embed it.',
    'Cross-Origin-Resource-Policy',
  ],
  ['navigation', { type: 'main_frame', origin: null, hops: [{ sent: '', answer: http`200` }] },
    'A tab navigated to http://api.test/data (status 200): navigations to any origin are allowed.',
    '',
  ],
  ['frame', { type: 'sub_frame', hops: [{ sent: '', answer: http`200` }] },
    'A frame of the page at http://page.test loaded http://api.test/data (status 200): it is displayed, but page and frame cannot read each other.',
    '',
  ],
  ['websocket', { type: 'websocket', hops: [{ url: 'ws://api.test/live', sent: cors, answer: http`101` }] },
    'api.test accepted the WebSocket from the page at http://page.test: the same-origin policy does not apply to WebSockets, so the server has to check Origin itself.',
    '',
  ],
  ['websocket refused', { browser: 'firefox', type: 'websocket',
    hops: [{ url: 'ws://api.test/live', sent: cors, answer: http`403` }] },
    'api.test answered the WebSocket handshake from the page at http://page.test with status 403 instead of 101; only the server knows whether the Origin is the reason.',
    'WebSocket handshake rejected',
  ],
  ['websocket failed', { type: 'websocket',
    hops: [{ url: 'ws://api.test/live', sent: cors }], error: 'net::ERR_FAILED' },
    'GET ws://api.test/live from the page at http://page.test failed: either the WebSocket handshake was not accepted, or the network failed before a response arrived, or the request was cancelled before it completed, or the page has no permission to reach the local network; to tell them apart, check the server’s log (Chrome’s console shows the status only if no installed extension can observe requests).',
    'WebSocket handshake rejected / Network failure / Cancelled or Local network permission missing',
  ],
  ['pending', { hops: [{ sent: cors }] },
    'GET http://api.test/data from the page at http://page.test has no response yet.',
    '',
  ],
  ['pending preflight', { hops: [{ method: 'PUT', preflight: { asks: put } }] },
    'PUT http://api.test/data from the page at http://page.test is waiting for its preflight response.',
    '',
  ],
  ['answered by a service worker', { browser: 'firefox', type: 'image',
    hops: [{ sent: '' }], closed: 'service-worker' },
    'The service worker of the page at http://page.test handled http://api.test/data; its response is not visible.',
    '',
  ],
  ['end not seen', { hops: [{ sent: cors }], closed: 'background-stopped' },
    'CORScope’s background was stopped while GET http://api.test/data was in progress, so its end was not seen.',
    'End not seen',
  ],
  ['blocked: a preflight nobody answers', { hops: [{ method: 'PUT', preflight: { asks: put,
    error: 'net::ERR_FAILED' } }],
    error: 'net::ERR_CONNECTION_RESET' },
    'The preflight for http://api.test/data got no response (net::ERR_CONNECTION_RESET), so the PUT request from http://page.test was not sent.',
    'Preflight got no response',
  ],
  ['let through against the rules', { hops: [{ sent: cors,
    answer: http`200` , preflight: { asks: put, answer: allowing }}] },
    'Chrome allowed GET http://api.test/data for the page at http://page.test, although the headers seen here (no Access-Control-Allow-Origin) forbid it: another extension may have changed them, or a service worker responded.',
    'Allowed although the rules forbid it',
  ],
];

const named = (name: string): Seen => rows.find(([other]) => other === name)![1];

describe('the headline of an exchange', () => {
  test.each(rows)('%s', (_, seen, sentence, reason) => {
    const { facts, verdict } = judged(seen);
    const browser = seen.browser === 'firefox' ? 'Firefox' : 'Chrome';
    expect(headline(facts, verdict, 'en', browser)).toBe(sentence);
    expect(sentence).not.toMatch(/CORS(?!cope)/);
    expect(reasonOf(verdict, null, 'en')).toBe(reason);
  });

  test.each(rows)('%s, in one Chinese sentence', (_, seen, english, reason) => {
    const { facts, verdict } = judged(seen);
    const sentence = headline(facts, verdict, 'zh-CN', 'Chrome');
    expect(sentence).not.toBe(english);
    expect(sentence).toMatch(/^[^。]+。$/);
    expect(sentence).toMatch(/(api|page|b)\.test/);
    expect(sentence).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}| {2}/u);
    expect(reasonOf(verdict, null, 'zh-CN') === '').toBe(reason === '');
  });

  test('says that a service worker answered what the page got', () => {
    const { facts } = judged({ browser: 'firefox', hops: [{ sent: '' }], closed: 'service-worker' });
    const answered = { ...facts, page: pageWord(reportedCall({ api: 'xhr' }, 'load')) };
    const verdict = judge(answered, 'firefox', () => undefined);
    expect(headline(answered, verdict, 'en', 'Firefox')).toBe(
      'The service worker of the page at http://page.test answered GET http://api.test/data, and the page got its response.',
    );
    expect(headline(answered, verdict, 'zh-CN', 'Firefox')).toMatch(/Service Worker 处理了/);
  });

  test('says in Chinese what decided', () => {
    const { facts, verdict } = judged(named('blocked: a slash'));
    expect(headline(facts, verdict, 'zh-CN', 'Chrome')).toBe(
      'GET http://api.test/data 的响应中 Access-Control-Allow-Origin 是“http://page.test/”，与请求发送的 ' +
        'Origin “http://page.test”不一致（源的末尾没有斜杠），因此 http://page.test 的页面不能读取该响应。',
    );
  });

  test('shortens a URL to origin and path, and hides its secrets', () => {
    const url = `http://user:hunter2@api.test/${'a/'.repeat(100)}?token=hunter2#hunter2`;
    const hops = [{ url, sent: cors, answer: http`200` }];
    const { facts, verdict } = judged({ hops, error: 'net::ERR_FAILED' });
    const sentence = headline(facts, verdict, 'en', 'Chrome');
    expect(sentence).not.toContain('hunter2');
    expect(sentence.length).toBeLessThan(320);
  });

  test('names a warning of a request that passed', () => {
    const asks = `${cors}\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: authorization`;
    const preflight = {
      asks,
      answer: http`204
        Access-Control-Allow-Origin: http://page.test
        Access-Control-Allow-Headers: *`,
    };
    const answer = http`200
      Access-Control-Allow-Origin: http://page.test`;
    const { facts, verdict } = judged({ hops: [{ preflight, sent: cors, answer }] });
    expect(headline(facts, verdict, 'en', 'Chrome')).toContain('(* covers Authorization only for now)');
  });

  test('names the browser that let a request through', () => {
    const { facts, verdict } = judged(named('let through against the rules'));
    expect(headline(facts, verdict, 'en', 'Chrome')).toMatch(/^Chrome allowed/);
    expect(headline(facts, verdict, 'zh-CN', 'Chrome')).toMatch(/^Chrome 放行了 /);
  });

  test('names the browser that shows no outcome of a bad port', () => {
    const facts = factsOfUnsentCall(reportedCall({ url: 'https://api.example:22/' }), [], true);
    const verdict = facts && judge(facts, 'chrome', () => undefined);
    if (!facts || !verdict) throw new Error('no row');
    expect(headline(facts, verdict, 'en', 'Chrome')).toContain(
      'computed: Chrome does not show extensions the outcome',
    );
    expect(headline(facts, verdict, 'zh-CN', 'Chrome')).toContain(
      'https://page.example 的页面请求了 https://api.example:22/，该端口属于其他协议（例如 SSH 或邮件），不对任何页面开放（按规则计算：Chrome 不向扩展提供这里的结果）。',
    );
  });
});

const passed = judged(named('preflighted')).preflight!;

describe('the headline of a preflight', () => {
  const refused = judged(named('blocked: preflight status')).preflight!;
  const unanswered = judged(named('blocked: a preflight nobody answers')).preflight!;

  // biome-ignore format: a table
  test.each([
    [refused,    'was answered (status 401) and does not allow the request; the request’s own row shows why.'],
    [unanswered, 'got no response (net::ERR_FAILED).'],
    [passed,     'was answered (status 204) and allows the request.'],
  ])('names the request it was made for, $verdict.outcome', ({ facts, verdict }, ending) => {
    const subject = 'The preflight for PUT http://api.test/data with x-a, x-b from the page at http://page.test';
    expect(headline(facts, verdict, 'en', 'Chrome')).toBe(`${subject} ${ending}`);
  });

  test('has a reason of its own where it was refused', () => {
    expect(reasonOf(refused.verdict, null, 'en')).toBe('Preflight failed: see its request');
    expect(reasonOf(passed.verdict, null, 'en')).toBe('');
  });
});

describe('a candidate', () => {
  test('is named in few words', () => {
    const open = { ...passed.verdict, candidates: ['orb', 'none'] as const };
    expect(reasonOf(open, null, 'en')).toBe('Opaque-response blocking (ORB) or Nothing went wrong');
    expect(reasonOf(open, null, 'zh-CN')).toContain('没有问题');
  });

  test('is none where one code fits twice, in two words of a browser', () => {
    expect(distinctCandidates({ candidates: ['allow-origin-missing', 'allow-origin-missing'] })).toEqual([]);
    expect(distinctCandidates({ candidates: ['orb', 'aborted', 'orb'] })).toEqual(['orb', 'aborted']);
  });
});

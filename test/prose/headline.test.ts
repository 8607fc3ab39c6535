import { describe, expect, test } from 'vitest';
import { neverSeen } from '../../src/exchange/calls/never-seen';
import { judge } from '../../src/exchange/verdict/judge';
import { headline } from '../../src/prose/headline';
import { candidateText, distinctCandidates, reasonOf } from '../../src/prose/reason';
import { http } from '../support/http';
import { heard, pageWord } from '../support/page-hints';
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
    'http://page.test/a has the same origin as the page at http://page.test, so the page may read it ' +
      'and no cross-origin rule applies.',
    '',
  ],
  ['simple, named', { hops: [{ sent: cors, answer: http`200
    Access-Control-Allow-Origin: http://page.test` }] },
    'The page at http://page.test may read http://api.test/data, because its ' +
      'Access-Control-Allow-Origin is “http://page.test”.',
    '',
  ],
  ['simple, with credentials', { hops: [{ sent: included, answer: http`200
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true` }] },
    'The page at http://page.test may read http://api.test/data, because its ' +
      'Access-Control-Allow-Origin is “http://page.test” and Access-Control-Allow-Credentials is true.',
    '',
  ],
  ['simple, in Firefox', { browser: 'firefox', hops: [{ sent: cors, answer: http`200
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true` }] },
    'The page at http://page.test may read http://api.test/data, because its ' +
      'Access-Control-Allow-Origin is “http://page.test” (by the rules: Firefox shows extensions no ' +
      'outcome here).',
    '',
  ],
  ['either credentials or nothing', { browser: 'firefox', hops: [{ sent: cors, answer: http`200
    Access-Control-Allow-Origin: *` }] },
    'GET http://api.test/data from the page at http://page.test may or may not have passed: either ' +
      'nothing went wrong, or Access-Control-Allow-Origin is *, and the request includes credentials; ' +
      "what would tell them apart is whether the page asked for credentials (credentials: 'include', " +
      'withCredentials) (by the rules: Firefox shows extensions no outcome here).',
    'Nothing went wrong or * does not go with credentials',
  ],
  ['passed, in whichever mode', { hops: [{ method: 'POST', sent: cors, answer: http`200
    Access-Control-Allow-Origin: http://page.test` }] },
    'The page at http://page.test got the response from http://api.test/data, either to read it or only ' +
      'to use it; what would tell them apart is the request’s mode.',
    '',
  ],
  ['preflighted', { hops: [{ method: 'PUT', preflight: { asks: put, answer: allowing },
    sent: cors, answer: http`200
    Access-Control-Allow-Origin: *` }] },
    'The preflight allowed PUT with x-a, x-b, and the page at http://page.test may read ' +
      'http://api.test/data, because its Access-Control-Allow-Origin is “*”.',
    '',
  ],
  ['preflighted, by the preflight cache', { hops: [{ method: 'PUT', sent: cors, answer: http`200
    Access-Control-Allow-Origin: *` }] },
    'PUT went out without a new preflight, by an earlier one that is still remembered, and the page ' +
      'at http://page.test may read http://api.test/data, because its Access-Control-Allow-Origin is ' +
      '“*”.',
    '',
  ],
  ['blocked: no header', { hops: [{ sent: cors, answer: http`200` }], error: 'net::ERR_FAILED' },
    'api.test answered GET http://api.test/data without Access-Control-Allow-Origin, so the page at ' +
      'http://page.test may not read it.',
    'No Access-Control-Allow-Origin',
  ],
  ['blocked: no header, in Firefox', { browser: 'firefox', hops: [{ sent: cors, answer: http`200` }] },
    'api.test answered GET http://api.test/data without Access-Control-Allow-Origin, so the page at ' +
      'http://page.test may not read it (by the rules: Firefox shows extensions no outcome here).',
    'No Access-Control-Allow-Origin',
  ],
  ['blocked: a slash', { hops: [{ sent: cors, answer: http`200
    Access-Control-Allow-Origin: http://page.test/` }], error: 'net::ERR_FAILED' },
    'Access-Control-Allow-Origin on the response to GET http://api.test/data is “http://page.test/”, ' +
      'which is not “http://page.test”, the Origin that was sent (an origin has no slash at its end), ' +
      'so the page at http://page.test may not read it.',
    'Another origin is allowed',
  ],
  ['blocked: * with credentials', { hops: [{ sent: included, answer: http`200
    Access-Control-Allow-Origin: *` }], error: 'net::ERR_FAILED' },
    'Access-Control-Allow-Origin on the response to GET http://api.test/data is “*”, and the request ' +
      'includes credentials, for which * is no wildcard, so the page at http://page.test may not read ' +
      'it.',
    '* does not go with credentials',
  ],
  ['blocked: null after redirects', { hops: [
    { url: 'http://a.test/', sent: cors, answer: http`302
      Access-Control-Allow-Origin: *
      Location: http://b.test/`, to: 'http://b.test/' },
    { url: 'http://b.test/', sent: 'Origin: null', answer: http`200
      Access-Control-Allow-Origin: http://page.test` }], error: 'net::ERR_FAILED' },
    'Access-Control-Allow-Origin on the response to GET http://b.test/ is “http://page.test”, which ' +
      'is not “null”, the Origin that was sent, so the page (which asked with Origin: null) may not ' +
      'read it (after a redirect from http://a.test/).',
    'Another origin is allowed',
  ],
  ['blocked: preflight status', { hops: [{ method: 'PUT', preflight: { asks: put, answer: http`401
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true` } }], error: 'net::ERR_FAILED' },
    'api.test answered the preflight of http://api.test/data with status 401, and only 200 to 299 ' +
      'lets a request through, so the PUT request from http://page.test was not sent.',
    'Preflight status is not 2xx',
  ],
  ['blocked: preflight header', { hops: [{ method: 'PUT', preflight: { asks: put, answer: http`204
    Access-Control-Allow-Origin: http://page.test
    Access-Control-Allow-Credentials: true
    Access-Control-Allow-Methods: PUT
    Access-Control-Allow-Headers: x-a` } }], error: 'net::ERR_FAILED' },
    'The request carries x-b, and Access-Control-Allow-Headers on the preflight response from ' +
      'http://api.test/data is “x-a”, so the PUT request from http://page.test was not sent.',
    'Preflight does not allow a header',
  ],
  ['either status or credentials', { hops: [{ method: 'PUT', preflight: { asks: put, answer: http`404
    Access-Control-Allow-Origin: *` } }], error: 'net::ERR_FAILED' },
    'PUT http://api.test/data from the page at http://page.test was blocked: either the preflight was ' +
      'not answered with a status from 200 to 299 (“404”), or Access-Control-Allow-Origin of the ' +
      'preflight is *, with credentials included; what would tell them apart is whether the page asked ' +
      "for credentials (credentials: 'include', withCredentials).",
    'Preflight status is not 2xx or Preflight: * with credentials',
  ],
  ['either a redirect mode or its success', { hops: [{ sent: cors, answer: http`302
    Access-Control-Allow-Origin: *
    Location: http://api.test/b`, to: 'http://api.test/b' }], error: 'net::ERR_ABORTED' },
    'GET http://api.test/data from the page at http://page.test may or may not have passed: either ' +
      'the page refuses redirects for this request, or nothing went wrong, or the page’s own policy ' +
      'forbids where the redirect leads, or the page allows only its own origin for this request; what ' +
      'would tell them apart is the redirect option that the page asked with, and the console.',
    'Redirect refused by the page / Nothing went wrong / Redirect target forbidden by policy or mode: ' +
      "'same-origin', other origin",
  ],
  ['failed: refused', { hops: [{}], error: 'net::ERR_CONNECTION_REFUSED' },
    'api.test refused the connection (net::ERR_CONNECTION_REFUSED): nothing listens there, so there ' +
      'was no response to judge.',
    'Connection refused',
  ],
  ['failed: no certificate, in Firefox', { browser: 'firefox', hops: [{ url: 'https://api.test/' }],
    error: 'The certificate is not trusted.' },
    'No secure connection to api.test could be made (The certificate is not trusted.), so nothing was ' +
      'requested.',
    'TLS or certificate failed',
  ],
  ['failed: cancelled', { hops: [{}], error: 'net::ERR_ABORTED' },
    'GET http://api.test/data was cancelled (net::ERR_ABORTED): by the page’s own code, by a timeout ' +
      'that it set, or because the page or the element went away.',
    'Cancelled',
  ],
  ['failed: either the network or its permission', { hops: [{}], error: 'net::ERR_FAILED' },
    'GET http://api.test/data from the page at http://page.test failed: either the network failed ' +
      'before a response came, or the page has no permission to reach the local network, or the address ' +
      'is not in the network that the page named for it; what would tell them apart is whether the page ' +
      'may use the local network (its site settings).',
    'Network failure / Local network permission missing or Not the address space it named',
  ],
  ['opaque: an image', { type: 'image',
    hops: [{ url: 'http://api.test/a.png', sent: '', answer: http`200` }] },
    'The page at http://page.test may use http://api.test/a.png, but script can read none of it, ' +
      'because it was embedded without asking for permission (no-cors).',
    '',
  ],
  ['opaque: fetch', { hops: [{ sent: '', answer: http`200` }] },
    'The page at http://page.test got an opaque response from http://api.test/data: under mode: ' +
      "'no-cors' script can read neither status nor headers nor body, whatever the server sends.",
    '',
  ],
  ['opaque: a beacon', { type: 'ping', hops: [{ method: 'POST', sent: cors, answer: http`204` }] },
    'The page at http://page.test sent POST http://api.test/data, and nobody reads the response of ' +
      'such a request.',
    '',
  ],
  ['read or opaque', { hops: [{ method: 'POST', sent: cors, answer: http`200
    Access-Control-Allow-Origin: *` }] },
    'The page at http://page.test got the response from http://api.test/data, either to read it or ' +
      'only to use it; what would tell them apart is the request’s mode.',
    '',
  ],
  ['blocked: policy of the resource', { type: 'image', hops: [{ sent: '', answer: http`200
    Cross-Origin-Resource-Policy: same-site` }], error: 'net::ERR_BLOCKED_BY_RESPONSE' },
    'api.test sent Cross-Origin-Resource-Policy: same-site with http://api.test/data, so the page at ' +
      'http://page.test, another site, may not embed it.',
    'Cross-Origin-Resource-Policy',
  ],
  ['navigation', { type: 'main_frame', origin: null, hops: [{ sent: '', answer: http`200` }] },
    'A tab went to http://api.test/data (status 200): a navigation may lead to any origin.',
    '',
  ],
  ['frame', { type: 'sub_frame', hops: [{ sent: '', answer: http`200` }] },
    'A frame of the page at http://page.test loaded http://api.test/data (status 200): it is shown, ' +
      'but neither can read the other.',
    '',
  ],
  ['websocket', { type: 'websocket', hops: [{ url: 'ws://api.test/live', sent: cors, answer: http`101` }] },
    'api.test accepted the WebSocket from the page at http://page.test: no origin rule applies to ' +
      'WebSockets, so the server has to check Origin itself.',
    '',
  ],
  ['websocket refused', { browser: 'firefox', type: 'websocket',
    hops: [{ url: 'ws://api.test/live', sent: cors, answer: http`403` }] },
    'api.test answered the WebSocket handshake from the page at http://page.test with status 403 ' +
      'instead of 101; whether that is because of the Origin, only the server can tell.',
    'Network failure',
  ],
  ['websocket failed', { type: 'websocket',
    hops: [{ url: 'ws://api.test/live', sent: cors }], error: 'net::ERR_FAILED' },
    'GET ws://api.test/live from the page at http://page.test failed: either the network failed ' +
      'before a response came, or the page has no permission to reach the local network; what would ' +
      'tell them apart is whether the page may use the local network (its site settings).',
    'Network failure or Local network permission missing',
  ],
  ['pending', { hops: [{ sent: cors }] },
    'GET http://api.test/data from the page at http://page.test has not been answered yet.',
    '',
  ],
  ['pending preflight', { hops: [{ method: 'PUT', preflight: { asks: put } }] },
    'PUT http://api.test/data from the page at http://page.test waits for the answer to its preflight.',
    '',
  ],
  ['answered by a service worker', { browser: 'firefox', type: 'image',
    hops: [{ sent: '' }], closed: 'service-worker' },
    'http://api.test/data was handed to the service worker of the page at http://page.test, and what ' +
      'that answered is not visible.',
    '',
  ],
  ['end not seen', { hops: [{ sent: cors }], closed: 'background-stopped' },
    'CORScope’s background was stopped while GET http://api.test/data was under way, and how it ended ' +
      'was not seen.',
    'End not seen',
  ],
  ['blocked: a preflight nobody answers', { hops: [{ method: 'PUT', preflight: { asks: put,
    error: 'net::ERR_FAILED' } }],
    error: 'net::ERR_CONNECTION_RESET' },
    'The preflight of http://api.test/data got no answer (net::ERR_CONNECTION_RESET), so the PUT ' +
      'request from http://page.test was not sent.',
    'Preflight got no answer',
  ],
  ['let through against the rules', { hops: [{ sent: cors,
    answer: http`200` , preflight: { asks: put, answer: allowing }}] },
    'Chrome went on with GET http://api.test/data for the page at http://page.test, though by the ' +
      'headers seen here (no Access-Control-Allow-Origin) it may not: another extension may have edited ' +
      'them, or a service worker answered.',
    'Passed against the rules',
  ],
];

const named = (name: string): Seen => rows.find(([other]) => other === name)![1];

describe('the headline of an exchange', () => {
  test.each(rows)('%s', (_, seen, sentence, reason) => {
    const { facts, verdict } = judged(seen);
    const browser = seen.browser === 'firefox' ? 'Firefox' : 'Chrome';
    expect(headline(facts, verdict, 'en', browser)).toBe(sentence);
    expect(sentence).not.toMatch(/CORS(?!cope)/);
    expect(reasonOf(facts, verdict, 'en')).toBe(reason);
  });

  test.each(rows)('%s, in one Chinese sentence', (_, seen, english, reason) => {
    const { facts, verdict } = judged(seen);
    const sentence = headline(facts, verdict, 'zh-CN', 'Chrome');
    expect(sentence).not.toBe(english);
    expect(sentence).toMatch(/^[^。]+。$/);
    expect(sentence).toMatch(/(api|page|b)\.test/);
    expect(sentence).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}| {2}/u);
    expect(reasonOf(facts, verdict, 'zh-CN') === '').toBe(reason === '');
  });

  test('says that a service worker answered what the page got', () => {
    const { facts } = judged({ browser: 'firefox', hops: [{ sent: '' }], closed: 'service-worker' });
    const answered = { ...facts, page: pageWord(heard({ api: 'xhr' }, 'load')) };
    const verdict = judge(answered, 'firefox', () => undefined);
    expect(headline(answered, verdict, 'en', 'Firefox')).toBe(
      'The service worker of the page at http://page.test answered GET http://api.test/data, and the page ' +
        'got what it answered.',
    );
    expect(headline(answered, verdict, 'zh-CN', 'Firefox')).toMatch(/Service Worker 应答了/);
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
    expect(headline(facts, verdict, 'en', 'Chrome')).toContain('(* covers Authorization, for now)');
  });

  test('names the browser that let a request through', () => {
    const { facts, verdict } = judged(named('let through against the rules'));
    expect(headline(facts, verdict, 'en', 'Chrome')).toMatch(/^Chrome went on/);
    expect(headline(facts, verdict, 'zh-CN', 'Chrome')).toMatch(/^Chrome 让 /);
  });

  test('names the browser that shows no outcome of a bad port', () => {
    const facts = neverSeen(heard({ url: 'https://api.example:22/' }), []);
    const verdict = facts && judge(facts, 'chrome', () => undefined);
    if (!facts || !verdict) throw new Error('no row');
    expect(headline(facts, verdict, 'en', 'Chrome')).toContain(
      'by the rules: Chrome shows extensions no outcome',
    );
    expect(headline(facts, verdict, 'zh-CN', 'Chrome')).toContain('按规则推算：Chrome 不向扩展');
  });
});

describe('the headline of a preflight', () => {
  const refused = judged(named('blocked: preflight status')).preflight!;
  const unanswered = judged(named('blocked: a preflight nobody answers')).preflight!;
  const passed = judged(named('preflighted')).preflight!;

  // biome-ignore format: a table
  test.each([
    [refused,    'was answered (status 401) and does not let the request be sent; the request’s own row says why.'],
    [unanswered, 'got no answer (net::ERR_FAILED).'],
    [passed,     'was answered (status 204) and lets the request be sent.'],
  ])('names the request it was made for, $verdict.outcome', ({ facts, verdict }, ending) => {
    const subject = 'The preflight for PUT http://api.test/data with x-a, x-b from the page at http://page.test';
    expect(headline(facts, verdict, 'en', 'Chrome')).toBe(`${subject} ${ending}`);
  });

  test('has a reason of its own where it was refused', () => {
    expect(reasonOf(refused.facts, refused.verdict, 'en')).toBe('Preflight refused: see its request');
    expect(reasonOf(passed.facts, passed.verdict, 'en')).toBe('');
  });
});

describe('a candidate', () => {
  test('is named in few words', () => {
    expect(candidateText('orb', 'en')).toBe('Opaque-response blocking (ORB)');
    expect(candidateText('none', 'en')).toBe('Nothing went wrong');
    expect(candidateText('none', 'zh-CN')).toBe('一切正常');
  });

  test('is none where one code fits twice, in two words of a browser', () => {
    expect(distinctCandidates({ candidates: ['allow-origin-missing', 'allow-origin-missing'] })).toEqual([]);
    expect(distinctCandidates({ candidates: ['orb', 'aborted', 'orb'] })).toEqual(['orb', 'aborted']);
  });
});

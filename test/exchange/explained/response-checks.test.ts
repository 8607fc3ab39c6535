import { describe, expect, test } from 'vitest';
import { isSameSite } from '../../../src/engine/site';
import { readableResponse, responseChecks } from '../../../src/exchange/explained/response-checks';
import { surroundingsIn } from '../../../src/exchange/explained/surroundings';
import { judge } from '../../../src/exchange/verdict/judge';
import type { ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import { exchangeFacts, frameFacts } from '../../support/facts';
import { headers } from '../../support/http';
import { elementCall, pageWord } from '../../support/page-hints';

const page = 'https://page.example';
const frames = [
  frameFacts(0, `${page}/#top`),
  frameFacts(5, 'https://framed.example/'),
  frameFacts(6, 'about:srcdoc', { origin: page }),
];
const document = (policy: string) =>
  exchangeFacts(
    [{ url: `${page}/`, startedAtMs: 0, response: { status: 200, headerList: headers(policy) } }],
    {
      id: 'top',
      type: 'main_frame',
      origin: null,
      startedAtMs: 0,
    },
  );

function walked(facts: ExchangeFacts, policy: string | null = '') {
  const all = policy === null ? [facts] : [document(policy), facts];
  const verdict = judge(facts, 'chrome', () => undefined);
  return responseChecks(facts, verdict, surroundingsIn(all, frames)(facts), isSameSite).map(
    ({ trace: { section, result, finding } }) => `${section} ${result} ${finding}`,
  );
}

const loaded = (
  type: string,
  answer: string,
  hop: Partial<HopFacts> = {},
  part: Partial<ExchangeFacts> = {},
) =>
  exchangeFacts(
    [
      {
        requestHeaders: headers('Sec-Fetch-Mode: no-cors'),
        response: { status: 200, headerList: headers(answer) },
        ...hop,
      },
    ],
    { type, ...part },
  );

describe('the checks after the CORS check', () => {
  const image = loaded('image', 'Content-Type: image/png');

  test('show whether a page may embed the response, according to its own headers', () => {
    expect(walked(image)).toContain('corpCheck allowed null');
    expect(walked(image, 'Cross-Origin-Embedder-Policy: require-corp')).toContain(
      'corpCheck blocked coep-require-corp',
    );
    expect(walked(image, 'Document-Isolation-Policy: isolate-and-require-corp')).toContain(
      'corpCheck blocked document-isolation-policy',
    );
    expect(walked(image, null)).toContain('corpCheck unknown null');
  });

  test('show whether a response is a module, if the page reports a module script', () => {
    const script = loaded('script', 'Content-Type: application/json');
    const module = elementCall('script', {}, null, true);
    const page = pageWord({ call: module, end: 'error', threw: null });
    expect(walked({ ...script, page })).toContain('moduleScript blocked module-mime-type');
    expect(walked(script).join()).not.toContain('moduleScript');
  });

  test('give a srcdoc frame the policy of its parent', () => {
    expect(walked({ ...image, frameId: 6 }, 'Cross-Origin-Embedder-Policy: require-corp')).toContain(
      'corpCheck blocked coep-require-corp',
    );
  });

  test('show who may frame a document', () => {
    const framed = (answer: string) =>
      loaded('sub_frame', answer, { url: 'https://framed.example/' }, { frameId: 5 });
    expect(walked(framed('X-Frame-Options: SAMEORIGIN'))).toEqual([
      'corpCheck allowed null',
      'embedderPolicy allowed null',
      'frameOptions refused frame-refused',
    ]);
    expect(walked(framed(''), 'Cross-Origin-Embedder-Policy: require-corp')).toEqual([
      'corpCheck blocked coep-frame',
      'embedderPolicy blocked coep-frame',
      'frameOptions allowed null',
    ]);
  });

  test('show whether a response is a script', () => {
    const script = loaded('script', 'Content-Type: text/plain\nX-Content-Type-Options: nosniff');
    expect(walked(script)).toEqual([
      'corpCheck allowed null',
      'orb blocked orb',
      'mimeType allowed null',
      'nosniff blocked nosniff',
      'taoCheck timing hidden null',
    ]);
  });

  test('show what script may read', () => {
    const hop = {
      requestHeaders: headers(`Origin: ${page}\nSec-Fetch-Mode: cors\nSec-Fetch-Site: cross-site`),
    };
    const answer = 'Access-Control-Allow-Origin: *\nX-Total: 7\nContent-Type: a/b';
    const facts = loaded('xmlhttprequest', answer, hop);
    const filtered = readableResponse(
      facts,
      judge(facts, 'chrome', () => undefined),
    );
    expect(filtered?.readable).toEqual(['content-type']);
    expect(filtered?.hidden).toContainEqual({ name: 'x-total', because: 'not-exposed' });
    expect(walked(facts)).toEqual(['mainFetch cors null', 'taoCheck timing hidden null']);
  });

  test('are empty for a preflight, a WebSocket and a request without a response', () => {
    expect(
      walked(
        loaded('websocket', '', {
          url: 'wss://api.example/',
          response: { status: 101, headerList: [] },
          requestHeaders: [],
        }),
      ),
    ).toEqual([]);
    expect(walked(loaded('image', '', { response: null }))).toEqual([]);
  });
});

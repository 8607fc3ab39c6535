import { describe, expect, test } from 'vitest';
import type { FetchResponse } from '../../../src/engine';
import { factsOfUnsentCall, factsOfWorkerAnswer } from '../../../src/exchange/calls/unsent-call';
import { otherBrowser } from '../../../src/exchange/explained/other-browser';
import { readableResponse } from '../../../src/exchange/explained/response-checks';
import { judge } from '../../../src/exchange/verdict/judge';
import { judged, type Seen } from '../../prose/seen';
import { http } from '../../support/http';
import { askedWorker, pageCall, pageWord } from '../../support/page-hints';

const sent = 'Origin: http://page.test\nSec-Fetch-Mode: cors\nSec-Fetch-Site: cross-site';
const put = (answer: FetchResponse): Seen => ({
  hops: [
    {
      method: 'PUT',
      preflight: { asks: `Origin: http://page.test\nAccess-Control-Request-Method: PUT`, answer },
    },
  ],
  error: 'net::ERR_FAILED',
});
const said = (seen: Seen) => {
  const { facts, verdict } = judged(seen);
  const other = otherBrowser(facts, verdict, seen.browser ?? 'chrome');
  return (
    other && `${other.browser} ${other.outcome} ${other.finding} ${other.browserReason} ${other.differs}`
  );
};

describe('the other browser', () => {
  test('has the same result in its own words', () => {
    expect(said({ hops: [{ sent, answer: http`200` }], error: 'net::ERR_FAILED' })).toBe(
      'firefox blocked allow-origin-missing CORSMissingAllowOrigin2 false',
    );
    expect(said({ browser: 'firefox', hops: [{ sent, answer: http`200` }] })).toBe(
      'chrome blocked allow-origin-missing MissingAllowOriginHeader false',
    );
  });

  test('acts on another problem of the same preflight first', () => {
    expect(
      said(
        put(http`302
      Location: /x`),
      ),
    ).toBe('firefox blocked preflight-allow-origin-missing CORSMissingAllowOrigin2 true');
    expect(
      said(
        put(http`204
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Allow-Credentials: true
      Access-Control-Allow-Headers: "x"`),
      ),
    ).toBe('firefox blocked preflight-method-not-allowed CORSMethodNotFound true');
  });

  test('has no result for what a service worker answered', () => {
    const facts = factsOfWorkerAnswer('w', askedWorker(), null);
    expect(
      otherBrowser(
        facts,
        judge(facts, 'chrome', () => undefined),
        'chrome',
      ),
    ).toBeNull();
  });

  test('also starts no worker of another origin', () => {
    const facts = factsOfUnsentCall({ call: pageCall({ api: 'worker' }), end: null, threw: null }, [], true)!;
    const verdict = judge(facts, 'chrome', () => undefined);
    expect(otherBrowser(facts, verdict, 'chrome')).toMatchObject({
      finding: 'worker-cross-origin',
      differs: false,
    });
  });

  test('allows what passes', () => {
    const answer = http`200
      Access-Control-Allow-Origin: *`;
    expect(said({ hops: [{ sent, answer }] })).toBe('firefox allowed null null false');
  });

  test('fails on the network in the same way', () => {
    expect(said({ hops: [{ sent }], error: 'net::ERR_NAME_NOT_RESOLVED' })).toContain(
      'firefox failed network-dns',
    );
  });

  test("has no result if this browser's verdict is uncertain", () => {
    expect(said({ hops: [{ sent }], error: 'net::ERR_FAILED' })).toBeNull();
    expect(said({ hops: [{ sent }], error: 'net::ERR_BLOCKED_BY_CLIENT' })).toBeNull();
  });

  test('also returns a redirect that is not followed', () => {
    const { facts } = judged({
      hops: [
        {
          sent,
          answer: http`302
      Access-Control-Allow-Origin: *
      Location: /x`,
        },
      ],
    });
    const asked = {
      ...facts,
      page: pageWord({ call: pageCall({ redirectMode: 'manual' }), end: null, threw: null }),
    };
    const verdict = judge(asked, 'firefox', () => undefined);
    expect(verdict.outcome).toBe('opaque');
    expect(otherBrowser(asked, verdict, 'firefox')).toMatchObject({ outcome: 'opaque', differs: false });
    expect(readableResponse(asked, verdict)?.trace.result).toBe('opaqueredirect');
  });
});

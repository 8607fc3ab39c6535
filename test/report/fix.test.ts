import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/report/markdown';
import { exchangeFacts } from '../support/facts';
import { headers } from '../support/http';
import { reportOfFacts } from '../support/reports';

const asked = (text: string) => headers(text);
const refused = { end: { how: 'failed', atMs: 1_012, error: 'net::ERR_FAILED' } } as const;
/** A PUT that its preflight stopped: the request and its preflight. */
const putOf = (id: string, method: string, answer: string) => [
  exchangeFacts(
    [
      {
        url: `https://api.example/items/${id}`,
        method,
        requestHeaders: null,
        sentAtMs: null,
        response: null,
        responseStartedAtMs: null,
        preflight: `p${id}`,
      },
    ],
    { id, requestId: id, ...refused },
  ),
  exchangeFacts(
    [
      {
        url: `https://api.example/items/${id}`,
        method: 'OPTIONS',
        requestHeaders: asked(`Origin: https://page.example\nAccess-Control-Request-Method: ${method}`),
        response: { status: 204, headerList: headers(answer) },
      },
    ],
    { id: `p${id}`, requestId: `p${id}`, preflightFor: { exchange: id, hop: 0 } },
  ),
];
const allowing = 'Access-Control-Allow-Origin: https://page.example\nAccess-Control-Allow-Methods: GET';

describe('the fix in a report', () => {
  const report = reportOfFacts([...putOf('1', 'PUT', allowing), ...putOf('2', 'DELETE', allowing)]);

  test('is one policy for all requests to a server', () => {
    const [first, second] = report.exchanges.filter(({ preflightFor }) => preflightFor === null);
    expect(first?.fix).toEqual({
      policy: {
        server: 'https://api.example',
        origins: ['https://page.example'],
        methods: ['DELETE', 'PUT'],
        requestHeaders: [],
        exposedHeaders: [],
        credentials: false,
        maxAgeSeconds: 7_200,
        requests: 2,
      },
      changes: [],
    });
    expect(second?.fix).toEqual(first?.fix);
  });

  test('is in Markdown once', () => {
    const text = markdown(report);
    expect(text.match(/^## CORS policies$/gm)).toHaveLength(1);
    expect(text.match(/smallest CORS policy/g)).toHaveLength(1);
    expect(text).toContain('- Access-Control-Allow-Methods: `DELETE`, `PUT`');
  });

  test('is a change of the page where the page is wrong', () => {
    const own = reportOfFacts(
      putOf('1', 'patch', `Access-Control-Allow-Credentials: true\n${allowing}, PATCH`),
    );
    const [exchange] = own.exchanges;
    expect(exchange?.fix).toMatchObject({
      policy: null,
      changes: [{ id: 'method-case', before: "method: 'patch'", after: "method: 'PATCH'", proof: 'further' }],
    });
    const text = markdown(own);
    expect(text).toContain('#### In the page’s code');
    expect(text).toContain("method: 'PATCH'");
  });

  test('is nothing for what passed, and for preflights', () => {
    const passed = reportOfFacts([exchangeFacts([{ url: 'https://page.example/' }])]);
    expect(passed.exchanges[0]?.fix).toEqual({ policy: null, changes: [] });
    expect(report.exchanges.find(({ preflightFor }) => preflightFor)?.fix).toEqual({
      policy: null,
      changes: [],
    });
    expect(markdown(passed)).not.toContain('CORS policies');
  });
});

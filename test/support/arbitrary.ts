import fc from 'fast-check';
import type { Exchange, FetchResponse, Header, HeaderList, Hop } from '../../src/engine';
import { hop } from './request';

/** Text as it can stand in a header: mostly short and printable, sometimes anything at all. */
const bytes = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ minLength: 120, maxLength: 1100 }) },
);

/** Names that the rules look at, in any case, among others. */
const names = fc.oneof(
  fc
    .constantFrom(
      'Access-Control-Allow-Origin',
      'Access-Control-Allow-Credentials',
      'Access-Control-Allow-Methods',
      'Access-Control-Allow-Headers',
      'Location',
      'Cross-Origin-Resource-Policy',
      'Content-Type',
      'X-Frame-Options',
      'X-Content-Type-Options',
      'Content-Security-Policy',
      'Access-Control-Expose-Headers',
      'Timing-Allow-Origin',
    )
    .chain((name) => fc.constantFrom(name, name.toLowerCase(), name.toUpperCase())),
  bytes,
);

const values = fc.oneof(
  { weight: 3, arbitrary: bytes },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '*',
      'null',
      'true',
      'True',
      'https://page.example',
      'https://page.example/',
      'https://page.example, https://other.example',
      'PUT',
      'PUT, DELETE',
      'P@T',
      'x-foo',
      'x-foo, authorization',
      'nosniff',
      'same-site',
      'sameorigin, deny',
      "frame-ancestors 'self' *.page.example:*",
      'text/html',
      '/next',
      'https://user:pw@b.example/',
      'https://b.example/',
      'foo:bar',
      'http://[',
      '',
    ),
  },
);

/** Any headers, those that matter more often than others. */
export const anyHeaders: fc.Arbitrary<HeaderList> = fc.array(
  fc.tuple(names, values).map(([name, value]): Header => [name, value]),
  { maxLength: 8 },
);

/** Any response. */
export const anyResponse: fc.Arbitrary<FetchResponse> = fc.record({
  status: fc.oneof(fc.constantFrom(200, 204, 301, 302, 303, 307, 308, 304, 401, 404, 500), fc.integer()),
  headerList: anyHeaders,
});

/** Any URL, and what is none. */
export const anyUrl = fc.oneof(
  fc.constantFrom(
    'https://page.example/',
    'https://api.example/x?y#z',
    'http://api.example/',
    'https://b.example:8443/',
    'http://localhost:3000/',
    'http://127.0.0.1/',
    'file:///x',
    'data:,x',
    'blob:https://page.example/1',
    'wss://api.example/',
    'null',
    '',
  ),
  fc.webUrl(),
  bytes,
);

/** Any method, safelisted or not, token or not. */
export const anyMethod = fc.oneof(
  fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'patch', 'QUERY'),
  bytes,
);

const anyHop: fc.Arbitrary<Hop> = fc
  .record({
    url: anyUrl,
    method: anyMethod,
    unsafeHeaderNames: fc.subarray(['authorization', 'content-type', 'x-bar', 'x-foo']),
    useCorsPreflight: fc.boolean(),
    sentOrigin: fc.constantFrom(null, 'null', 'https://page.example'),
    preflightOrigin: fc.constantFrom(null, 'null', 'https://page.example'),
    preflight: fc.option(anyResponse),
    response: fc.option(anyResponse),
  })
  .map(hop);

/** Any exchange, sensible or not. */
export const anyExchange: fc.Arbitrary<Exchange> = fc.record({
  origin: fc.oneof(fc.constantFrom('https://page.example', 'null', 'http://localhost:3000'), anyUrl),
  mode: fc.constantFrom('cors', 'no-cors', 'same-origin', 'navigate', 'websocket'),
  credentialsMode: fc.constantFrom('omit', 'same-origin', 'include'),
  redirectMode: fc.constantFrom('follow', 'error', 'manual'),
  hops: fc.array(anyHop, { minLength: 1, maxLength: 4 }),
});

/** What servers answer that nearly allow a page to read, and some that do. */
const nearlyAllowing: fc.Arbitrary<HeaderList> = fc
  .record({
    origin: fc.constantFrom(
      null,
      '*',
      'null',
      'https://page.example',
      'https://page.example/',
      'https://a, https://b',
    ),
    credentials: fc.constantFrom(null, 'true', 'True', 'false'),
    methods: fc.constantFrom(null, '*', 'GET', 'PUT', 'put, DELETE', '"PUT"'),
    headers: fc.constantFrom(null, '*', 'x-foo', 'X-Foo, authorization', 'content-type', 'x y'),
    location: fc.constantFrom(null, '/next', 'https://b.example/', 'https://user:pw@b.example/'),
  })
  .map(({ origin, credentials, methods, headers, location }) =>
    (
      [
        ['Access-Control-Allow-Origin', origin],
        ['Access-Control-Allow-Credentials', credentials],
        ['Access-Control-Allow-Methods', methods],
        ['Access-Control-Allow-Headers', headers],
        ['Location', location],
      ] as const
    ).flatMap(([name, value]): Header[] => (value === null ? [] : [[name, value]])),
  );

const nearlyAllowingResponse = (...statuses: number[]): fc.Arbitrary<FetchResponse> =>
  fc.record({ status: fc.constantFrom(...statuses), headerList: nearlyAllowing });

/** An exchange of a page with servers of other origins, which it is likely not to pass. */
export const anyCrossOriginRead: fc.Arbitrary<Exchange> = fc.record({
  origin: fc.constantFrom('https://page.example', 'https://page.example', 'null'),
  mode: fc.constant('cors'),
  credentialsMode: fc.constantFrom('same-origin', 'include'),
  redirectMode: fc.constant('follow'),
  hops: fc.array(
    fc
      .record({
        url: fc.constantFrom('https://api.example/', 'https://b.example/x', 'https://page.example/'),
        method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
        unsafeHeaderNames: fc.subarray(['authorization', 'content-type', 'x-foo']),
        preflight: nearlyAllowingResponse(200, 204, 204, 302, 401),
        response: nearlyAllowingResponse(200, 200, 302, 307, 404),
      })
      .map(hop),
    { minLength: 1, maxLength: 3 },
  ),
});

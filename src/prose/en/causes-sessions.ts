import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';
import { effect } from './causes-answers';

const cookie = ({ values }: CauseContext) => `the cookie ${values.name}`;

/** Causes about cookies, documents and elements. */
export const ofSessions = {
  'session-cookie-same-site': {
    title: 'The session cookie is for the same site only',
    reason: 'Session cookie is SameSite',
    sentence: (context) =>
      `${context.host} answered with ${context.status}, because the browser does not keep or send ${cookie(context)} (SameSite=${context.values.value}) for a page of another site.`,
    remedy: (context) =>
      `In the API, set ${cookie(context)} with SameSite=None; Secure; Partitioned. Or serve the API from the page’s own site.`,
  },
  'credentials-not-included': {
    title: 'The page does not include credentials',
    reason: 'Credentials are not included',
    sentence: (context) =>
      `The page requested ${context.url} without credentials, so ${cookie(context)} was not sent and ${context.host} answered with ${context.status}.`,
    remedy: () =>
      'In the page, set credentials: ‘include’ (XMLHttpRequest: withCredentials = true). On the server, send Access-Control-Allow-Credentials: true.',
  },
  'secure-cookie-on-http': {
    title: 'The session cookie needs https:',
    reason: 'Secure cookie over http:',
    sentence: (context) =>
      `${context.host} set ${cookie(context)} with Secure over http:, so the browser rejected it and the next request got ${context.status}.`,
    remedy: () =>
      'Serve the API over https:. For development, use localhost or a proxy of the page’s server.',
  },
  'login-loop-in-frame': {
    title: 'The session cookie does not work in a frame of another site',
    reason: 'Login repeats inside a frame',
    sentence: (context) =>
      `${context.host} redirects the frame to its login again and again, because the browser does not keep ${cookie(context)} (SameSite=${context.values.value}) in a frame of another site.`,
    remedy: (context) =>
      `In the application, set ${cookie(context)} with SameSite=None; Secure; Partitioned.`,
  },
  'manifest-without-credentials': {
    title: 'The manifest is requested without cookies',
    reason: 'Manifest is requested without cookies',
    sentence: (context) =>
      `Browsers request a manifest without cookies, so ${context.host} saw no session and redirected the request (${context.status}) to a login without CORS headers, which the browser blocked.`,
    remedy: () =>
      'In the page, write <link rel="manifest" crossorigin="use-credentials">. No server has to change.',
  },
  'beacon-with-json': {
    title: 'A beacon with JSON needs a preflight that allows credentials',
    reason: 'Beacon with JSON needs credentials',
    sentence: (context) =>
      `sendBeacon() always includes credentials, but the preflight response of ${context.host} does not allow them (Access-Control-Allow-Credentials), so the beacon was never sent.`,
    remedy: () =>
      'In the page, send the beacon as text/plain, or call fetch() with keepalive: true and credentials: ‘omit’.',
  },
  'range-headers-not-exposed': {
    title: 'Content-Range is not exposed',
    reason: 'Content-Range is not exposed',
    sentence: (context) =>
      `${context.host} sends Content-Range but does not expose it, so the page cannot read the size of ${context.url} and requests wrong ranges.`,
    remedy: () =>
      'On the server, send Access-Control-Expose-Headers: Content-Range, Accept-Ranges, Content-Length, ETag.',
  },
  'service-worker-cached-opaque': {
    title: 'The service worker answered with an opaque response',
    reason: 'Service worker gave an opaque response',
    sentence: (context) =>
      `The page’s service worker requested ${context.url} in mode no-cors earlier, and nothing for this CORS request. If it answered with that opaque response, the browser rejected it.`,
    remedy: () =>
      'In the service worker, request and cache it with mode: ‘cors’, do not cache responses of status 0, and delete the old cache.',
  },
  'worker-from-data-url': {
    title: 'A worker from a data: URL has the origin null',
    reason: 'Worker from a data: URL (null)',
    sentence: (context) =>
      `A worker from a data: URL made the request with the origin null, which ${context.host} does not allow, ${effect(context)}.`,
    remedy: () =>
      'In the page, create the worker from a blob: URL or a file: these have the page’s origin. Do not allow null on the server.',
  },
  'csp-sandbox': {
    title: 'The document’s own Content-Security-Policy sandboxes it',
    reason: 'CSP sandbox makes the origin null',
    sentence: (context) =>
      `The document’s Content-Security-Policy (sandbox without allow-same-origin) makes its origin null, which ${context.host} does not allow, ${effect(context)}.`,
    remedy: () =>
      'On the server of the page, add allow-same-origin to the sandbox directive, or remove the directive.',
  },
  'frame-needs-embedder-policy': {
    title: 'The frame needs an embedder policy of its own',
    reason: 'Frame needs an embedder policy',
    sentence: (context) =>
      `The page has a Cross-Origin-Embedder-Policy, but the document ${context.url} in its frame has none, so the browser does not show the frame.`,
    remedy: (context) =>
      `On ${context.host}, send Cross-Origin-Embedder-Policy: require-corp and Cross-Origin-Resource-Policy: cross-origin. Or, in the page, write <iframe credentialless>.`,
  },
  'default-embedding-headers': {
    title: 'Default headers forbid other sites to embed this resource',
    reason: 'Default headers forbid embedding',
    sentence: (context) =>
      `${context.host} sends Cross-Origin-Resource-Policy and X-Frame-Options, probably by default, so ${context.page} cannot embed ${context.url}.`,
    remedy: () =>
      'On the server, for what other sites embed: send Cross-Origin-Resource-Policy: cross-origin and no X-Frame-Options (Helmet: set both per route).',
  },
  'tainted-canvas': {
    title: 'The image on the canvas was requested without CORS',
    reason: 'Image taints the canvas',
    sentence: (context) =>
      `The page drew ${context.url}, requested without crossorigin, on a canvas, so ${context.values.method}() threw a SecurityError.`,
    remedy: (context) =>
      `In the page, set crossorigin="anonymous" on the image before its src. On ${context.host}, send Access-Control-Allow-Origin and Vary: Origin.`,
  },
  'font-preload-mode': {
    title: 'The font is requested twice: its preload has no crossorigin',
    reason: 'Font preload without crossorigin',
    sentence: (context) =>
      `The page requested ${context.url} twice: fonts are always requested with CORS, so the preload without crossorigin was not used.`,
    remedy: () =>
      'In the page, add crossorigin to <link rel="preload" as="font">, also for fonts of its own origin.',
  },
  'credentials-twice': {
    title: 'Access-Control-Allow-Credentials is sent twice',
    reason: 'Allow-Credentials is sent twice',
    sentence: (context) =>
      `Two parts of ${context.host} add Access-Control-Allow-Credentials, which makes its value different from true, ${effect(context)}.`,
    remedy: () =>
      'Keep one of the two: either the application adds CORS headers, or the proxy does (nginx: proxy_hide_header Access-Control-Allow-Credentials).',
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;

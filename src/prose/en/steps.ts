import type { SectionId } from '../../engine';

/** What each step of an algorithm asks, by section and step number, in English. */
export const steps: Readonly<Partial<Record<SectionId, Readonly<Record<string, string>>>>> = {
  mainFetch: {
    '1': 'A fetch begins here: nothing that stops earlier is a request.',
    '7': 'A policy blocks the request (such as the page’s Content Security Policy, mixed content, a blocked port): it fails.',
    '10': 'HSTS applies to the host: the URL is upgraded to https:.',
    '12.2':
      'Same origin, a data: URL, a navigation or a WebSocket: it is fetched without a permission check.',
    '12.3': 'Mode “same-origin” and a URL of another origin: it fails.',
    '12.4':
      'Mode “no-cors”: it is fetched, and the response is opaque; it fails if redirects are not followed.',
    '12.5': 'The URL is not an http: or https: URL: it fails.',
    '12.6':
      'A method, a header, a streaming body or an upload listener requires permission: a preflight is sent first.',
    '12.7': 'Anything else is sent directly with its Origin header, and the response is checked.',
    '14.2': 'The page gets a response that is limited to what it is allowed to read: basic, CORS or opaque.',
    '20': 'The response’s type does not fit its use (nosniff, MIME type): it fails.',
    '23': 'The body does not match the required hash (integrity): it fails.',
  },
  httpFetch: {
    '3.4': 'A service worker returned a type of response that this request cannot use: it fails.',
    '4.1':
      'Cache miss: no cached preflight result covers this method and these headers, so a preflight is sent first.',
    '4.3':
      'Cache hit: an earlier preflight allowed this method and these headers, so the request is sent directly.',
    '4.4': 'This is a cross-origin request with mode “cors”, and the CORS check fails: it fails.',
    '6.3':
      "The response is a redirect, but the page does not accept redirects (redirect: 'error'): it fails.",
    '7': 'The response is returned.',
  },
  httpRedirectFetch: {
    '4': 'There is no Location header to follow: the response is used as it is.',
    '5': 'The Location is not a valid URL: it fails.',
    '6': 'The Location is not an http: or https: URL: it fails.',
    '7': 'Twenty redirects have already been followed: it fails.',
    '9': 'A cross-origin request is redirected to a URL of another origin that contains a user name or password: it fails.',
    '10': 'The response was already cross-origin, and the URL contains a user name or password: it fails.',
    '22': 'The redirect is followed, and the rules start again with its URL.',
  },
  httpNetworkOrCacheFetch: {
    '11': 'The cache has no response, and the cache mode only-if-cached does not allow the network: it fails.',
    '15': 'Status 401 for a request with credentials: the user is asked for user name and password.',
  },
  httpNetworkFetch: {
    '8': 'The fetch was cancelled while it waited.',
    '8.1': 'No connection could be established: it fails.',
    '8.3': 'A streaming body cannot be sent over HTTP/1: it fails.',
    '8.5': 'The connection was lost while the response arrived, or the response is not valid HTTP: it fails.',
    '18': 'The body is decoded according to Content-Encoding; if that is not possible, it fails.',
  },
  corsPreflightFetch: {
    '6': 'The preflight is sent, and its response is awaited.',
    '7.3': 'Are the allowed methods and headers lists of names? If one is not, it fails.',
    '7.5':
      'Is the method GET, HEAD or POST, or listed, or covered by * without credentials? If not, it fails.',
    '7.6': 'If the request carries Authorization, is it listed by name? If not, it fails.',
    '7.7': 'Is each header listed, or covered by * without credentials? If one is not, it fails.',
    '7.16':
      'Everything that the request needs is allowed: the result is cached, and the request can be sent.',
    '8': 'Does the preflight response have a status from 200 to 299, and does it pass the CORS check? If not, it fails.',
  },
  corsCheck: {
    '2': 'Is there an Access-Control-Allow-Origin header? Without one, it fails.',
    '3': 'Is its value *, in a request without credentials? Then it passes.',
    '4': 'Does its value equal the Origin that was sent, byte for byte? If not, it fails.',
    '5': 'Is the request without credentials? Then it passes.',
    '7': 'Is Access-Control-Allow-Credentials exactly true? Then it passes.',
    '8': 'Credentials are included, but not allowed: it fails.',
  },
  corpCheck: {
    '3': 'Does Cross-Origin-Resource-Policy itself block this page from embedding it? Then it fails.',
    '5': 'Does it also meet the page’s own embedder policy? Then it passes.',
    '7': 'The page requires an opt-in that is missing: it fails.',
  },
  taoCheck: {
    '2': 'Did an earlier request of the redirect chain hide its timing? Then this one does, too.',
    '4': 'Does Timing-Allow-Origin contain *? Then the page sees the timing.',
    '5': 'Does Timing-Allow-Origin contain the Origin that was sent? Then the page sees the timing.',
    '6': 'Is it a frame’s document from another origin? Then the embedding page sees no timing.',
    '7': 'Does it have the page’s own origin? Then the page sees the timing.',
    '8': 'Nothing allows the page to see the timing.',
  },
  nosniff: {
    '1': 'Is there no X-Content-Type-Options: nosniff? Then it passes.',
    '4': 'Is it for a script, but not of a JavaScript type? Then it fails.',
    '5': 'Is it for a style sheet, but not text/css? Then it fails.',
    '6': 'Anything else passes.',
  },
  mimeType: {
    '2': 'Does it declare no type? Then it passes.',
    '4': 'Is it for a script, but image, audio, video or text/csv? Then it fails.',
    '5': 'Anything else passes.',
  },
  moduleScript: {
    '1': 'Does the response declare no JavaScript type (or JSON or CSS, if it is imported as such)? The type of a module is never sniffed: it fails.',
  },
  orb: {
    '3.1': 'Is it of a type that any page can embed: JavaScript, CSS, SVG? Then it passes.',
    '3.2': 'Is it of a type that pages never embed, such as PDF, CSV or ZIP? Then it fails.',
    '3.3': 'Is it a partial HTML, JSON or XML response? Then it fails.',
    '3.4': 'Is nosniff set on an HTML, JSON, XML or plain-text type? Then it fails.',
    '5': 'The first bytes of the body decide, and they are not visible here.',
  },
  localNetworkAccess: {
    '1': 'Is this page allowed to reach an address in a more private network?',
  },
  frameOptions: {
    '2': 'Does the document set frame-ancestors? Then X-Frame-Options is ignored.',
    '6': 'Are there several different values, at least one of them valid? Then framing is blocked.',
    '7': 'Are there several values, none of them valid? Then all are ignored.',
    '8': 'Is it DENY? Then framing is blocked.',
    '9': 'Is it SAMEORIGIN, and does an embedding page have another origin? Then framing is blocked.',
    '10': 'Nothing blocks framing.',
  },
  frameAncestors: {
    '5': 'Does one of the embedding pages match no source of the directive? Then framing is blocked.',
    '6': 'All embedding pages are allowed.',
  },
  embedderPolicy: {
    '5': 'Does the embedding page have no embedder policy, or the frame’s document a matching one? Then it passes.',
    '7': 'The frame’s document has no embedder policy of its own: it fails.',
  },
  workerScript: {
    '1': 'Does the response declare no JavaScript type? The type of a worker’s script is never sniffed: it fails.',
  },
  workerPolicy: {
    '5': 'Does the page have no embedder policy? Then it passes.',
    '6': 'Does the worker’s script have a matching embedder policy? Then it passes.',
    '8': 'The worker’s script has no embedder policy of its own: it fails.',
  },
};

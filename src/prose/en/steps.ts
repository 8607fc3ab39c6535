import type { SectionId } from '../../engine';

/** What each step of an algorithm asks, by section and step number, in English. */
export const steps: Readonly<Partial<Record<SectionId, Readonly<Record<string, string>>>>> = {
  mainFetch: {
    '1': 'A fetch begins here: what stops before it is no request yet.',
    '7':
      'A policy forbids the URL (the page’s Content Security Policy, mixed content, a blocked port): it ' +
      'fails.',
    '10': 'The host is known by https: only (HSTS): the URL becomes an https: one.',
    '12.2': 'Same origin, a data: URL, a navigation or a WebSocket: it is fetched with no permission asked.',
    '12.3': 'Mode “same-origin” and a URL of another origin: it fails.',
    '12.4':
      'Mode “no-cors”: it is fetched, and the response is opaque; it fails if redirects are not followed.',
    '12.5': 'Neither http: nor https:: it fails.',
    '12.6':
      'A method, a header, a streaming body or an upload listener needs permission: a preflight goes ' +
      'first.',
    '12.7': 'Anything else goes out as it is, with its Origin, and the response is checked.',
    '14.2': 'The page gets the response by what it may read of it: basic, CORS or opaque.',
    '20': 'The response’s type does not fit what asked for it (nosniff, MIME type): it fails.',
    '23': 'The body does not have the hash that was demanded (integrity): it fails.',
  },
  httpFetch: {
    '3.4': 'A service worker answered with a kind of response that this request may not get: it fails.',
    '4.1': 'No cached answer covers this method and these headers: a preflight asks first.',
    '4.3': 'An earlier preflight answered for this method and these headers: the request goes out at once.',
    '4.4': 'The request is a cross-origin one that wants to read, and the CORS check fails: it fails.',
    '6.3': "The response is a redirect and the page asked for none (redirect: 'error'): it fails.",
    '7': 'The response is handed on.',
  },
  httpRedirectFetch: {
    '4': 'Without a Location header there is nothing to follow: the response is used as it is.',
    '5': 'The Location is no URL: it fails.',
    '6': 'The Location is neither http: nor https:: it fails.',
    '7': 'Twenty redirects have been followed already: it fails.',
    '9':
      'A cross-origin request is sent to another origin’s URL with a user name or password in it: it ' +
      'fails.',
    '10': 'The response was already a cross-origin one, and the URL has a user name or password: it fails.',
    '22': 'The redirect is followed, and the rules start anew for its URL.',
  },
  httpNetworkOrCacheFetch: {
    '15': 'Status 401 for a request with credentials: a person is asked for user name and password.',
  },
  httpNetworkFetch: {
    '8': 'The fetch was stopped while it waited.',
    '8.1': 'No connection could be made: it fails.',
    '8.5': 'The connection broke while the response came: it fails.',
  },
  corsPreflightFetch: {
    '6': 'The preflight is sent, and its response awaited.',
    '7.3': 'Are the allowed methods and headers lists of names? If one is not, it fails.',
    '7.5':
      'Is the method GET, HEAD or POST, or listed, or covered by * without credentials? If not, it fails.',
    '7.6': 'Is Authorization listed by its name, if the request carries it? If not, it fails.',
    '7.7': 'Is each header listed, or covered by * without credentials? If one is not, it fails.',
    '7.16': 'All that was asked for is allowed: the permission is remembered, and the request may go out.',
    '8':
      'Did the preflight come back with a status from 200 to 299 and pass the CORS check? If not, it ' +
      'fails.',
  },
  corsCheck: {
    '2': 'Is there an Access-Control-Allow-Origin header? Without one, it fails.',
    '3': 'Is its value *, in a request without credentials? Then it passes.',
    '4': 'Does its value equal the Origin that was sent, byte for byte? If not, it fails.',
    '5': 'Is the request one without credentials? Then it passes.',
    '7': 'Is Access-Control-Allow-Credentials exactly true? Then it passes.',
    '8': 'Credentials are included and not allowed: it fails.',
  },
  corpCheck: {
    '3': 'Does Cross-Origin-Resource-Policy itself keep this page from embedding? Then it fails.',
    '5': 'Is it admitted also by what the page demands of all that it embeds? Then it passes.',
    '7': 'The page demands a permission that did not come: it fails.',
  },
  taoCheck: {
    '2': 'Did an earlier request of the redirects keep its timing back? Then this one does, too.',
    '4': 'Does Timing-Allow-Origin hold *? Then the page sees the timing.',
    '5': 'Does Timing-Allow-Origin hold the Origin that was sent? Then the page sees the timing.',
    '6': 'Is it a frame’s document from another origin? Then the page around it sees no timing.',
    '7': 'Is it of the page’s own origin? Then the page sees the timing.',
    '8': 'Nothing lets the page see the timing.',
  },
  nosniff: {
    '1': 'Is there no X-Content-Type-Options: nosniff? Then it passes.',
    '4': 'Is it for a script, and not of a JavaScript type? Then it fails.',
    '5': 'Is it for a style sheet, and not text/css? Then it fails.',
    '6': 'Anything else passes.',
  },
  mimeType: {
    '2': 'Does it name no type? Then it passes.',
    '4': 'Is it for a script, and an image, audio, video or text/csv? Then it fails.',
    '5': 'Anything else passes.',
  },
  moduleScript: {
    '1':
      'Does it not name a JavaScript type, or JSON or CSS where it is imported as such? Of a module nothing ' +
      'is guessed: it fails.',
  },
  orb: {
    '3.1': 'Is it of a type that any page may embed: JavaScript, CSS, SVG? Then it passes.',
    '3.2': 'Is it of a type that no page embeds, such as PDF, CSV or ZIP? Then it fails.',
    '3.3': 'Is it a part of an HTML, JSON or XML response? Then it fails.',
    '3.4': 'Does nosniff come with an HTML, JSON, XML or plain-text type? Then it fails.',
    '5': 'What is left is decided by the first bytes of the body, which are not visible here.',
  },
  localNetworkAccess: {
    '1': 'May this page reach an address of a more private network?',
  },
  frameOptions: {
    '2': 'Does the document say frame-ancestors? Then X-Frame-Options does not count.',
    '6': 'Do several values contradict each other, one of them a known one? Then it is refused.',
    '7': 'Are there several values, and none is known? Then none counts.',
    '8': 'Is it DENY? Then it is refused.',
    '9': 'Is it SAMEORIGIN, and one of the pages around the frame of another origin? Then it is refused.',
    '10': 'Nothing keeps it from being framed.',
  },
  frameAncestors: {
    '5': 'Does one of the pages around the frame match no source of the directive? Then it is refused.',
    '6': 'Every page around the frame is admitted.',
  },
  embedderPolicy: {
    '5': 'Does the page around the frame demand nothing, or the frame’s document the same? Then it passes.',
    '7': 'The frame’s document has no embedder policy of its own: it fails.',
  },
};

import type { QuestionTexts, QuestionWords } from '../question-prose';

/** The words around questions. */
export const questionWords: QuestionWords = {
  apart: 'How to tell them apart',
  sure: 'How to confirm it',
  settled: 'What decided',
  copy: 'Copy command',
  replace: (names) => `Replace ${names.join(' and ')} first.`,
  sends: 'CORScope never sends a request: run the command in a terminal. It prints the response headers.',
  field: 'Paste what the command printed',
  read: 'Read answer',
  remove: 'Remove answer',
  answered: 'Pasted answer',
  commandName: 'curl command',
  notHttp: 'This text contains no HTTP response. Copy everything from the line that begins with HTTP/.',
  otherMethod: (method, asked) => `This is the response to ${method}, but the command sends ${asked}.`,
  decidesNothing: (what) => `${what}: this result does not answer the question.`,
  curlError: (code) => `curl error ${code}`,
};

/** The sentences of every question. */
export const questions: QuestionTexts = {
  'preflight-with-token': {
    ask: ({ host }) =>
      `Send the preflight with a valid token. If it then passes, ${host} rejects preflights because they carry no credentials. If it gets 405 or 501, there is no handler for OPTIONS.`,
    answers: {
      accepted:
        'The preflight passes with a token, so the server rejects the browser’s preflight because it has none.',
      'no-route': 'The preflight gets past authentication with a token, but there is no handler for OPTIONS.',
    },
  },
  'redirect-with-token': {
    ask: ({ host }) =>
      `Send the preflight with a valid token. If it then passes, ${host} redirects it to a login because it carries no credentials. If it is redirected again with a valid token, the redirect has nothing to do with a login.`,
    answers: {
      accepted:
        'The preflight passes with a token, so the server redirects the browser’s preflight to a login because it has none.',
      redirected:
        'The preflight is redirected with a token too. If that token is valid, the redirect has nothing to do with a login.',
    },
  },
  'get-on-route': {
    ask: ({ url }) =>
      `Send a GET to the same URL. If it succeeds or gets 405, ${url} exists and only OPTIONS has no handler.`,
    answers: {
      'is-there': 'The path exists, so only OPTIONS has no handler.',
      'not-there': 'GET gets 404 too: the path does not exist. Correct the URL in the page.',
    },
  },
  'origin-in-get': {
    ask: ({ page }) =>
      `Send a GET with the Origin ${page}. If it fails with 500 too, the CORS middleware throws an error for this origin. If not, only the OPTIONS handler fails.`,
    answers: {
      allowed: 'The response to GET has CORS headers, so only the OPTIONS handler fails.',
      passes: 'The GET does not fail with this origin, so only the OPTIONS handler fails.',
      throws:
        'The GET fails in the same way, so the CORS middleware probably throws an error for this origin.',
    },
  },
  'preflight-with-certificate': {
    ask: ({ host }) =>
      `Send the preflight with a client certificate. If it then passes, ${host} requires a client certificate for preflights too. If the server trusts that certificate and still answers with 400, the application probably fails on OPTIONS.`,
    answers: {
      accepted:
        'The preflight passes with a client certificate, so the server requires one for preflights too.',
      rejected:
        'The preflight fails with a client certificate too. If the server trusts that certificate, the application fails on OPTIONS.',
    },
  },
  'policy-of-application': {
    ask: () =>
      'Send a GET to the same URL. If its Access-Control-Allow-Origin differs from that of the preflight, a platform in front of the application probably answers preflights. If it is the same, the application probably answers them, and its list of allowed headers is incomplete.',
    answers: {
      same: 'The responses to the GET and the preflight allow the same origin, so probably the application’s list of allowed headers is incomplete.',
      other:
        'The responses to the GET and the preflight allow different origins, so a platform in front of the application probably answers preflights.',
    },
  },
  'behind-nginx': {
    ask: () =>
      'On the server, send a request that normally succeeds to the application directly, without nginx. If the response has Access-Control-Allow-Origin, the application adds it, but not to errors. If not, nginx adds it, with an add_header that lacks always.',
    answers: {
      application: 'The application itself adds the CORS headers, so its error responses lack them.',
      nginx: 'The application adds no CORS headers, so nginx adds them, but only to successful responses.',
    },
  },
  'behind-gateway': {
    ask: () =>
      'On the server, send the request to the application directly, without the gateway. If the application returns the same error, fix it there. Otherwise the gateway returned the error, because it could not reach the application or did not wait long enough.',
    answers: {
      silent:
        'The application does not answer on this port. If the port is correct, the gateway returned the error.',
      answers:
        'The application answers, so the gateway probably could not reach it or did not wait long enough.',
      itself:
        'The application itself returns this error: look at its log, and add CORS headers to its error responses.',
    },
  },
  'request-alone': {
    ask: () =>
      'Stop all other requests for a minute, then send this one once. If it passes, nginx had rejected it because there were too many requests. If it gets 503 again, the application fails.',
    answers: {
      passes: 'A single request passes, so the rate limit of nginx had rejected it.',
      fails: 'A single request fails too, so the rate limit is not the cause.',
    },
  },
  'route-that-passes': {
    ask: ({ url }) =>
      `Send the request so that it succeeds, for example with a valid token or once the error is fixed. If the response has CORS headers, only error responses of ${url} lack them. If not, the CORS configuration does not cover this route.`,
    answers: {
      covered: 'The successful response has CORS headers, so only error responses lack them.',
      outside:
        'The successful response has no CORS headers either, so the CORS configuration does not cover this route.',
    },
  },
  'mark-of-challenge': {
    ask: () =>
      'Send the request with curl. If the response has cf-mitigated, Cloudflare answered with a challenge page. If it is JSON, it comes from the application.',
    answers: {
      challenge: 'The response has cf-mitigated, so Cloudflare answers with a challenge page.',
      application:
        'The response is JSON, so it comes from the application, not from Cloudflare: look at the application’s log.',
    },
  },
  'past-shared-cache': {
    ask: () =>
      'Send the request with a new query parameter, so that no cache has a response to it. If the response has Access-Control-Allow-Origin, the server sends it and a cache stored a response without it.',
    answers: {
      sends: 'The server itself sends the CORS headers, so the cache stored a response without them.',
      never: 'The CORS headers are missing without the cache too, so the server does not send them.',
    },
  },
  'past-browser-cache': {
    ask: () =>
      'Send the request with curl, which has no cache. If the response has Access-Control-Allow-Origin, the browser reused a response that was stored without it.',
    answers: {
      sends: 'The server sends the CORS headers, so the browser used a response from its cache.',
      never: 'The server sends no CORS headers to curl either, so the cache is not the cause.',
    },
  },
  'origin-past-cache': {
    ask: ({ page }) =>
      `Send the request with a new query parameter, so that no cache has a response to it. If the response allows ${page}, a cache had stored the response for another origin.`,
    answers: {
      allows: 'The server itself allows this origin, so the cache stored the response for another one.',
      'same-value':
        'The server allows the same other origin without the cache too, so it does not allow the page’s origin.',
    },
  },
  'header-twice-in-curl': {
    ask: ({ host }) =>
      `Send the request with curl, which has no browser extensions. If the response has Access-Control-Allow-Origin twice, ${host} sends both. If it has the header only once, a browser extension probably adds the second.`,
    answers: {
      twice: 'The response to curl has the header twice too, so the server sends both.',
      once: 'The response to curl has the header once, so something in this browser adds the second: probably an extension.',
    },
  },
  'wildcard-in-curl': {
    ask: ({ host }) =>
      `Send the request with curl, which has no browser extensions. If the response has Access-Control-Allow-Origin: *, ${host} sends it. If not, a browser extension adds it.`,
    answers: {
      wildcard: 'The response to curl has the wildcard too, so the server sends it.',
      other:
        'The response to curl allows another origin, so an extension in this browser replaces it with the wildcard.',
      none: 'The response to curl does not have the header, so an extension in this browser adds it.',
    },
  },
  'dev-server-on-localhost': {
    ask: ({ page }) =>
      `Send the request with a localhost origin. If the response allows it, add ${page} to the development server’s list of allowed origins.`,
    answers: {
      allows: 'A localhost origin is allowed, so the list of allowed origins lacks the page’s origin.',
    },
  },
  'model-server-on-localhost': {
    ask: ({ page }) =>
      `Send the request with a localhost origin. If the response allows it, add ${page} to the model server’s list of allowed origins.`,
    answers: {
      allows: 'A localhost origin is allowed, so the list of allowed origins lacks the page’s origin.',
    },
  },
  'metadata-of-other-routes': {
    ask: ({ host }) =>
      `Request the start page of ${host}. If it has CORS headers for the page, the CORS configuration leaves out the OAuth metadata.`,
    answers: {
      'others-have':
        'The start page has CORS headers, so the CORS configuration leaves out the OAuth metadata.',
    },
  },
  'socket-of-own-origin': {
    ask: ({ host, page }) =>
      `Send the handshake with the origin of ${host} itself. If it is accepted, the server rejects ${page}. If it gets 403 again, the origin may not be the cause.`,
    answers: {
      accepted: 'The server accepts the handshake with its own origin, so it rejects the page’s origin.',
      'not-signed-in':
        'With its own origin, the server requires a login (401) instead of rejecting the handshake, so it checks the origin.',
    },
  },
  'headers-of-start-page': {
    ask: ({ host }) =>
      `Request the start page of ${host}. If it has the same Cross-Origin-Resource-Policy, the server adds the header to all responses by default. If not, this route adds it.`,
    answers: {
      everywhere: 'The start page has the same header, so the server adds it to all responses by default.',
      here: 'The start page does not have the header, so this route adds it.',
    },
  },
  'cors-of-other-routes': {
    ask: ({ host, page }) =>
      `Request the start page of ${host}. If it has CORS headers for ${page}, only this response lacks them. If not, ${host} has no CORS configuration, or does not allow this origin.`,
    answers: {
      error: 'The start page has CORS headers for this page’s origin, so only error responses lack them.',
      route:
        'The start page has CORS headers for this page’s origin, so the CORS configuration does not cover this route.',
      none: 'The start page has no CORS headers either: configure CORS on the server, or add this origin to its list of allowed origins.',
    },
  },
  'does-it-answer': {
    ask: ({ host }) =>
      `Send a request to ${host} with curl. If curl fails, its error message contains the reason. If the server answers, something in this browser, or a proxy or VPN that only the browser uses, blocks the request.`,
    answers: {
      'no-name': 'curl cannot resolve the host name either.',
      refused: 'curl cannot connect either: no server listens at this address.',
      untrusted: 'curl does not trust the certificate either.',
      answers:
        'The server answers curl: look for a browser extension, proxy or VPN that blocks the request in this browser.',
    },
  },
  'without-extensions': {
    ask: () =>
      'Load the page in a private window without extensions. If the header is no longer sent, an extension adds it.',
    answers: {},
  },
  'without-service-worker': {
    ask: () =>
      'In the browser’s DevTools, unregister the service worker, or bypass it, and reload. If the request passes, the service worker answered from its cache.',
    answers: {},
  },
  'header-read-by-page': {
    ask: () =>
      'In the page’s script, look for headers.get() or getResponseHeader() with the name of the header. If the script reads the header and gets null, this is the cause. If no script reads it, nothing has to change.',
    answers: {},
  },
  'preload-in-source': {
    ask: () =>
      'In the page’s HTML, find the link element that preloads the font. If it has no crossorigin attribute, this is the cause.',
    answers: {},
  },
};

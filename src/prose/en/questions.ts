import type { QuestionTexts, QuestionWords } from '../question-prose';

/** The words around questions. */
export const questionWords: QuestionWords = {
  apart: 'What would tell them apart',
  sure: 'What would make it sure',
  settled: 'What settled it',
  copy: 'Copy command',
  replace: (names) => `Replace ${names.join(' and ')} first.`,
  sends: 'CORScope never sends a request: run the command in a terminal. It prints the response headers.',
  field: 'Paste what the command printed',
  read: 'Read answer',
  remove: 'Remove answer',
  answered: 'Pasted answer',
  commandName: 'curl command',
  notHttp: 'This text contains no HTTP response. Copy everything from the line that begins with HTTP/.',
  otherMethod: (method, asked) => `This is the response to ${method}, but the question is about ${asked}.`,
  decidesNothing: (what) => `${what}: this answer decides nothing.`,
  curlError: (code) => `curl error ${code}`,
};

/** The sentences of every question. */
export const questions: QuestionTexts = {
  'preflight-with-token': {
    ask: ({ host }) =>
      `Send the preflight with a valid token. If it then passes, ${host} rejects preflights because they carry no credentials. If it gets 405 or 501, there is no handler for OPTIONS.`,
    answers: {
      accepted: 'With a token the preflight passes, so authentication rejects the browser’s preflight.',
      'no-route': 'With a token the preflight gets past authentication, and there is no handler for OPTIONS.',
    },
  },
  'redirect-with-token': {
    ask: ({ host }) =>
      `Send the preflight with a valid token. If it then passes, a login layer of ${host} redirects it. If it is redirected again, every OPTIONS is redirected.`,
    answers: {
      accepted: 'With a token the preflight is not redirected, so a login layer redirects it.',
      redirected:
        'The preflight is redirected with a token too. If that token was valid, the redirect is not a login.',
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
      `Send a GET with the Origin ${page}. If it fails with 500 too, the CORS middleware throws for this origin. If not, the handler fails for OPTIONS only.`,
    answers: {
      allowed: 'The GET is answered with CORS headers for this origin, so only the handler of OPTIONS fails.',
      passes: 'The GET does not fail with this origin, so the handler fails for OPTIONS only.',
      throws: 'The GET fails in the same way, so the CORS middleware probably throws for this origin.',
    },
  },
  'preflight-with-certificate': {
    ask: ({ host }) =>
      `Send the preflight with a client certificate. If it then passes, ${host} requires the certificate of preflights too. If a certificate that the server trusts gets 400 again, the application probably fails on OPTIONS.`,
    answers: {
      accepted: 'With a client certificate the preflight passes, so the server requires one.',
      rejected:
        'With a client certificate the preflight fails too. If the server trusts that certificate, the application fails on OPTIONS.',
    },
  },
  'policy-of-application': {
    ask: () =>
      'Send a GET to the same URL. If its Access-Control-Allow-Origin differs from that of the preflight, a platform in front of the application answers preflights. If it is the same, the application’s own list lacks the header.',
    answers: {
      same: 'The application sends the same origin as the preflight, so it is probably its own list that lacks the header.',
      other:
        'The application sends another origin, so a platform in front of it probably answers preflights.',
    },
  },
  'behind-nginx': {
    ask: () =>
      'On the server, send a request that passes directly to the application behind nginx. If the response has Access-Control-Allow-Origin, the application adds it and omits it on errors. If not, nginx adds it, without always.',
    answers: {
      application: 'The application itself adds the CORS headers, so its error responses lack them.',
      nginx: 'The application adds no CORS headers, so nginx adds them: to successful responses only.',
    },
  },
  'behind-gateway': {
    ask: () =>
      'On the server, send the request directly to the application behind the gateway. If it answers with the same error, the error is its own. Otherwise the gateway could not reach it, or did not wait.',
    answers: {
      silent:
        'The application does not answer at this port. If the port is right, the gateway made the error.',
      answers:
        'The application answers, so the gateway probably did not reach it or did not wait long enough.',
      itself:
        'The application itself answers with this error: look at its log, and add CORS headers to its errors.',
    },
  },
  'request-alone': {
    ask: () =>
      'Send the request once, after a minute without others. If it passes, nginx had rejected it because there were too many. If it gets 503 again, the application fails.',
    answers: {
      passes: 'A single request passes, so nginx limits their rate.',
      fails: 'A single request fails too, so it is not the rate limit.',
    },
  },
  'route-that-passes': {
    ask: ({ url }) =>
      `Send the request so that it succeeds. If the response has CORS headers, only the errors of ${url} lack them. If not, this route is outside of the CORS configuration.`,
    answers: {
      covered: 'The successful response has CORS headers, so only the errors lack them.',
      outside: 'The successful response has no CORS headers either, so the route is outside of CORS.',
    },
  },
  'mark-of-challenge': {
    ask: () =>
      'Send the request with curl. If the response has cf-mitigated, Cloudflare answered with a challenge. If it is JSON, the error is the application’s own.',
    answers: {
      challenge: 'The response has cf-mitigated, so Cloudflare answers with a challenge.',
      application: 'The response is JSON, so the application makes the error: look at its log.',
    },
  },
  'past-shared-cache': {
    ask: () =>
      'Send the request with a parameter that no cache knows. If the response has Access-Control-Allow-Origin, the server sends it and a cache stored a response without it.',
    answers: {
      sends: 'The server itself sends the CORS headers, so the cache stored a response without them.',
      never: 'Without the cache the CORS headers are missing too, so the server does not send them.',
    },
  },
  'past-browser-cache': {
    ask: () =>
      'Send the request with curl, which has no cache. If the response has Access-Control-Allow-Origin, the browser reused a response that was stored without it.',
    answers: {
      sends: 'The server sends the CORS headers, so the browser used a response from its cache.',
      never: 'The server sends no CORS headers to curl either, so it is not the cache.',
    },
  },
  'origin-past-cache': {
    ask: ({ page }) =>
      `Send the request with a parameter that no cache knows. If the response allows ${page}, a cache had stored the response for another origin.`,
    answers: {
      allows: 'The server itself allows this origin, so the cache stored the response for another one.',
      'same-value': 'Without the cache the same other origin is allowed, so the server allows no other.',
    },
  },
  'header-twice-in-curl': {
    ask: ({ host }) =>
      `Send the request with curl, which has no browser extensions. If the response has Access-Control-Allow-Origin twice, ${host} sends both. If only once, a browser extension adds the second.`,
    answers: {
      twice: 'curl gets the header twice too, so the server sends both.',
      once: 'curl gets the header once, so something in this browser adds the second: probably an extension.',
    },
  },
  'wildcard-in-curl': {
    ask: ({ host }) =>
      `Send the request with curl, which has no browser extensions. If the response has Access-Control-Allow-Origin: *, ${host} sends it. If not, a browser extension adds it.`,
    answers: {
      wildcard: 'curl gets the wildcard too, so the server sends it.',
      other: 'The server sends curl another origin, so an extension in this browser replaces it.',
      none: 'The server sends curl no such header, so an extension in this browser adds it.',
    },
  },
  'dev-server-on-localhost': {
    ask: ({ page }) =>
      `Send the request with an origin of this machine. If that is allowed, the development server has a list of origins that lacks ${page}.`,
    answers: { allows: 'An origin of this machine is allowed, so the list of origins lacks the page’s.' },
  },
  'model-server-on-localhost': {
    ask: ({ page }) =>
      `Send the request with an origin of this machine. If that is allowed, the model server has a list of origins that lacks ${page}.`,
    answers: { allows: 'An origin of this machine is allowed, so the list of origins lacks the page’s.' },
  },
  'metadata-of-other-routes': {
    ask: ({ host }) =>
      `Request the start page of ${host}. If it has CORS headers for the page, only the OAuth metadata is outside of the CORS configuration.`,
    answers: { 'others-have': 'Other routes have CORS headers, so only the metadata is outside of CORS.' },
  },
  'socket-of-own-origin': {
    ask: ({ host, page }) =>
      `Send the handshake with the origin of ${host} itself. If it is accepted, the server rejects ${page}. If it gets 403 again, it may be something else.`,
    answers: {
      accepted: 'The handshake passes with the server’s own origin, so the page’s origin is rejected.',
      'not-signed-in': 'With its own origin the server asks for a login instead, so the origin matters.',
    },
  },
  'headers-of-start-page': {
    ask: ({ host }) =>
      `Request the start page of ${host}. If it has the same Cross-Origin-Resource-Policy, a default sets the header everywhere. If not, this route sets it.`,
    answers: {
      everywhere: 'The start page has the same header, so a default of the server sets it everywhere.',
      here: 'The start page does not have the header, so this route sets it.',
    },
  },
  'cors-of-other-routes': {
    ask: ({ host, page }) =>
      `Request the start page of ${host}. If it has CORS headers for ${page}, only this response lacks them. If not, ${host} has no CORS configuration, or does not allow this origin.`,
    answers: {
      error: 'Other responses have CORS headers for this page, so only error responses lack them.',
      route: 'Other responses have CORS headers for this page, so this route is outside of CORS.',
      none: 'The start page has no CORS headers either: configure CORS on the server, or add this origin to its list.',
    },
  },
  'does-it-answer': {
    ask: ({ host }) =>
      `Send a request to ${host} with curl. Its error names what fails. If the server answers, something in this browser, or a proxy or VPN that only the browser uses, stops the request.`,
    answers: {
      'no-name': 'curl cannot resolve the host name either.',
      refused: 'curl cannot connect either: nothing listens at this address.',
      untrusted: 'curl does not trust the certificate either.',
      answers:
        'The server answers curl: look for a browser extension, proxy or VPN that stops the request in this browser.',
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
      'In the page’s script, look for headers.get() or getResponseHeader() with this name. If the script reads it and gets null, this is the cause. If nothing reads it, nothing is wrong.',
    answers: {},
  },
  'preload-in-source': {
    ask: () =>
      'In the page’s HTML, look at the link that preloads the font. If it has no crossorigin, this is the cause.',
    answers: {},
  },
};

import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';

export const whose = ({ page }: CauseContext) => (page === 'null' ? 'the page' : `the page at ${page}`);

/** What a missing CORS header leads to. */
export const effect = (context: CauseContext) =>
  context.isPreflight
    ? `so the ${context.method} was never sent`
    : `so ${whose(context)} cannot read the response`;
export const asked = ({ isPreflight, method }: CauseContext) =>
  isPreflight ? 'the preflight' : `the ${method}`;
const answered = (context: CauseContext) =>
  `${context.host} answered ${asked(context)} with ${context.status}`;

/** Causes that are an answer without CORS headers. */
export const ofAnswers = {
  'windows-authentication': {
    title: 'Windows authentication answers before the application',
    reason: 'Windows authentication comes first',
    sentence: (context) =>
      `Windows authentication on ${context.host} answered ${asked(context)} with 401 before the application ran, ${effect(context)}.`,
    remedy: () =>
      'On the IIS server, install the CORS module, or enable anonymous authentication beside Windows authentication so that preflights reach the application.',
  },
  'api-gateway-preflight': {
    title: 'Amazon API Gateway rejects the preflight itself',
    reason: 'API Gateway rejects the preflight',
    sentence: (context) =>
      `Amazon API Gateway answered the preflight to ${context.host} with ${context.status} before the integration ran, ${effect(context)}.`,
    remedy: () =>
      'In the API Gateway, exclude OPTIONS from the authorizer (SAM: AddDefaultAuthorizerToCorsPreflight: false), enable CORS for the resource, and deploy the stage again.',
  },
  'api-gateway-error': {
    title: 'Amazon API Gateway answered with an error of its own, without CORS headers',
    reason: 'API Gateway error without CORS',
    sentence: (context) =>
      `Amazon API Gateway answered the ${context.method} to ${context.host} with its own ${context.status}, which has no CORS headers, ${effect(context)}.`,
    remedy: (context) =>
      `In the API Gateway, add Access-Control-Allow-Origin to the gateway responses DEFAULT_4XX and DEFAULT_5XX and deploy again; then fix what causes the ${context.status}.`,
  },
  'cloud-function-invoker': {
    title: 'Google refuses the call before the function runs',
    reason: 'Call refused before the function ran',
    sentence: (context) =>
      `Google answered ${asked(context)} to ${context.host} with ${context.status} before the function ran, ${effect(context)}.`,
    remedy: () =>
      'In the Google Cloud project, check that the function is deployed and grant allUsers the role Cloud Run Invoker (or Cloud Functions Invoker): a browser cannot log in to IAM.',
  },
  'bot-challenge': {
    title: 'A firewall or bot check answers with a page of its own',
    reason: 'Firewall or bot check answers',
    sentence: (context) =>
      `A firewall in front of ${context.host} answered ${asked(context)} with its own page (${context.status}), ${effect(context)}.`,
    remedy: () =>
      'In the CDN’s security rules, skip the challenge for the API’s paths and for OPTIONS: a request of a script cannot solve it.',
  },
  'preflight-login-redirect': {
    title: 'A login layer redirects the preflight',
    reason: 'Preflight is redirected to a login',
    sentence: (context) =>
      `${context.host} redirected the preflight to a login page (${context.status}), because a preflight has no session, so the ${context.method} was never sent.`,
    remedy: () =>
      'In the API, run CORS before the session, CSRF or login layer, and answer OPTIONS with 204.',
  },
  'login-redirect': {
    title: 'The server redirects to a login page instead of answering 401',
    reason: 'Redirected to a login page',
    sentence: (context) =>
      `The session is missing or expired: ${context.host} redirected the ${context.method} (${context.status}) to the login at ${context.values.login}, which sends no CORS headers, so ${whose(context)} cannot read it.`,
    remedy: () =>
      'In the API, answer requests of scripts (Sec-Fetch-Mode: cors, or Accept: application/json) with 401. In the page, navigate to the login when that 401 arrives.',
  },
  'preflight-rate-limit': {
    title: 'The rate limiter counts preflights',
    reason: 'Rate limit applies to preflights',
    sentence: (context) =>
      `The rate limiter of ${context.host} answered the preflight with 429, so the ${context.method} was never sent.`,
    remedy: () =>
      'In the API, exempt OPTIONS from the rate limit, and raise Access-Control-Max-Age so that fewer preflights are sent.',
  },
  'rate-limit': {
    title: 'The rate limiter answers without CORS headers',
    reason: 'Rate limit without CORS headers',
    sentence: (context) =>
      `The rate limiter of ${context.host} answered the ${context.method} with ${context.status} and no CORS headers, ${effect(context)}.`,
    remedy: () =>
      'In the API, run CORS before the rate limiter and expose Retry-After. In the page, send fewer requests.',
  },
  'body-too-large': {
    title: 'The request body is larger than the server accepts',
    reason: 'Request body is too large',
    sentence: (context) =>
      `${context.host} rejected the body of the ${context.method} as too large (413) before the application ran, ${effect(context)}.`,
    remedy: () =>
      'In the proxy, raise the limit (nginx: client_max_body_size) and add the CORS headers to error responses too (add_header … always).',
  },
  'preflight-authentication': {
    title: 'Authentication rejects the preflight, which never carries credentials',
    reason: 'Authentication rejects the preflight',
    sentence: (context) =>
      `${context.host} answered the preflight with ${context.status}${context.values.ranCors ? '' : ' before any CORS code ran'}, so the ${context.method} was never sent.`,
    remedy: () =>
      'In the API, run CORS before authentication and let preflights (OPTIONS with Origin and Access-Control-Request-Method) through: they never carry cookies or Authorization.',
  },
  'client-certificate': {
    title: 'The server requires a client certificate, which preflights do not present',
    reason: 'Client certificate required',
    sentence: (context) =>
      `${context.host} requires a client certificate, and a preflight never presents one, so the ${context.method} was not sent.`,
    remedy: () =>
      'In the proxy, make the client certificate optional for OPTIONS, or avoid the preflight with a simple request.',
  },
  'no-options-route': {
    title: 'The server has no handler for OPTIONS',
    reason: 'No handler for OPTIONS',
    sentence: (context) =>
      `The server has no handler for OPTIONS at ${context.url}${context.status === 404 ? ', or no such path,' : ''} and answered the preflight with ${context.status}, so the ${context.method} was never sent.`,
    remedy: (context) =>
      `${context.status === 404 ? 'First check that this path exists on the server; if it does not, correct the URL in the page. If it does, in' : 'In'} the API, answer OPTIONS ${context.url} with 204 and the Access-Control-Allow-* headers, or enable the framework’s CORS middleware for this route.`,
  },
  'options-by-server': {
    title: 'The web server answers OPTIONS itself',
    reason: 'Web server answers OPTIONS itself',
    sentence: (context) =>
      `The web server or framework of ${context.host} answered the preflight itself (${context.status}, with its own list of methods), so the application’s CORS code did not run and the ${context.method} was never sent.`,
    remedy: () =>
      'On the web server, remove the handler that answers OPTIONS (IIS: OPTIONSVerbHandler and WebDAV), so that preflights reach the application.',
  },
  'options-handler-fails': {
    title: 'The application fails on OPTIONS',
    reason: 'Application fails on OPTIONS',
    sentence: (context) =>
      `The application at ${context.host} ran its handler for the preflight and failed with ${context.status}, so the ${context.method} was never sent.`,
    remedy: () => 'In the handler, answer OPTIONS with 204 before the body is read or anything else is done.',
  },
  'nginx-header-not-always': {
    title: 'nginx adds the CORS headers to successful responses only',
    reason: 'nginx omits CORS headers on errors',
    sentence: (context) =>
      `${answered(context)}, and nginx adds the CORS headers to successful responses only, ${effect(context)}.`,
    remedy: (context) =>
      `In the nginx configuration, add always to each add_header Access-Control-… line. Then fix what causes the ${context.status}.`,
  },
  'gateway-error': {
    title: 'A gateway answered for a server that did not',
    reason: 'Gateway error without CORS headers',
    sentence: (context) =>
      `A gateway in front of ${context.host} answered ${asked(context)} with its own ${context.status}, without CORS headers, because the server behind it did not respond, ${effect(context)}.`,
    remedy: () =>
      'Find out why the server behind the gateway is down or slow (its log at that time). In the gateway, add the CORS headers to its own error responses.',
  },
  'error-without-cors': {
    title: 'Error responses of this server have no CORS headers',
    reason: 'Error response without CORS headers',
    sentence: (context) =>
      `${answered(context)} and without the CORS headers that its other responses have, ${effect(context)}.`,
    remedy: (context) =>
      `In the API, look up the ${context.status} in its log and fix it; and put CORS outermost, so that error responses have the headers too.`,
  },
  'route-without-cors': {
    title: 'This route is outside of the server’s CORS configuration',
    reason: 'Route without CORS headers',
    sentence: (context) =>
      `Other routes of ${context.host} have CORS headers, but ${context.url} has none, ${effect(context)}.`,
    remedy: () => 'In the API, register CORS before this route, or add the route to the CORS configuration.',
  },
  'dev-server-origin': {
    title: 'The development server does not allow this origin',
    reason: 'Dev server does not allow the origin',
    sentence: (context) =>
      `The development server at ${context.host} does not have ${context.page} in its list of allowed origins, ${context.isPreflight ? effect(context) : 'so the page cannot read the response'}.`,
    remedy: (context) =>
      `In the configuration of the development server, allow ${context.page} (Vite: server.cors.origin; Next.js: allowedDevOrigins).`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;

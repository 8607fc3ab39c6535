import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';

const names = ({ values }: CauseContext) => values.names ?? '';
const unsent = ({ method }: CauseContext) => `so the ${method} was never sent`;

/** Causes in the page, in its browser or on the way to the server. */
export const ofThePage = {
  'tracing-headers': {
    title: 'A monitoring script adds headers that the server does not allow',
    reason: 'Monitoring script adds a header',
    sentence: (context) =>
      `A monitoring script in the page adds ${names(context)}, which ${context.host} does not allow, ${unsent(context)}.`,
    remedy: (context) =>
      `In the page, limit tracing to your own servers (Sentry: tracePropagationTargets). Or, on ${context.host}, allow ${names(context)}.`,
  },
  'extension-header': {
    title: 'A browser extension adds a header to the page’s requests',
    reason: 'Browser extension adds a header',
    sentence: (context) =>
      `A browser extension adds ${names(context)}, which ${context.host} does not allow, ${unsent(context)}.`,
    remedy: () => 'In this browser, turn the extension off, or its rule for this site.',
  },
  'response-header-sent': {
    title: 'The page sends CORS response headers with its request',
    reason: 'Page sends CORS response headers',
    sentence: (context) =>
      `The page sends the response header ${names(context)} with its request, which ${context.host} does not allow, ${unsent(context)}.`,
    remedy: (context) => `In the page, remove ${names(context)}. Only the server can send it.`,
  },
  'wildcard-headers': {
    title: '* in Access-Control-Allow-Headers does not work with credentials',
    reason: '* does not allow headers here',
    sentence: (context) =>
      `The page includes credentials, and with them * in Access-Control-Allow-Headers of ${context.host} does not allow ${names(context)}, ${unsent(context)}.`,
    remedy: (context) => `In the API, list the headers by name: ${names(context)}.`,
  },
  'header-not-listed': {
    title: 'The server’s list of allowed headers lacks one that the page sends',
    reason: 'Header missing in the server’s list',
    sentence: (context) =>
      `The page sends ${names(context)}, which is not in the list of headers that ${context.host} allows, ${unsent(context)}.`,
    remedy: (context) => `In the API’s CORS configuration, add ${names(context)} to the allowed headers.`,
  },
  'lower-case-method': {
    title: 'The page writes the method in lower case',
    reason: 'Method is written in lower case',
    sentence: (context) =>
      `The page sends the method ${context.values.method} in lower case, which ${context.host} does not allow because methods are case-sensitive, so the request was never sent.`,
    remedy: (context) => `In the page, write ${context.values.method?.toUpperCase()} in upper case.`,
  },
  'method-not-listed': {
    title: 'The server’s list of allowed methods lacks this one',
    reason: 'Method missing in the server’s list',
    sentence: (context) =>
      `${context.values.method} is not in the list of methods that ${context.host} allows, ${unsent(context)}.`,
    remedy: (context) =>
      `In the API’s CORS configuration, add ${context.values.method} to the allowed methods.`,
  },
  'upload-listener': {
    title: 'A listener on xhr.upload causes a preflight',
    reason: 'Upload listener causes a preflight',
    sentence: (context) =>
      `A listener on xhr.upload makes this ${context.method} need a preflight, which ${context.host} answered with ${context.status} and without permission, ${unsent(context)}.`,
    remedy: () =>
      'In the page, remove the listener on xhr.upload. Or, in the API, answer OPTIONS with the CORS headers.',
  },
  'header-not-exposed': {
    title: 'The server does not expose headers that pages read',
    reason: 'Header is not exposed to script',
    sentence: (context) => `${context.host} does not expose ${names(context)}, so the page reads null.`,
    remedy: (context) => `In the API, add ${names(context)} to Access-Control-Expose-Headers.`,
  },
  'no-cors-as-cure': {
    title: 'mode: ‘no-cors’ hides the response from the page',
    reason: 'no-cors hides the response',
    sentence: (context) =>
      `The page requested ${context.url} with mode: 'no-cors', so it gets an empty, opaque response whatever ${context.host} sends.`,
    remedy: (context) =>
      `In the page, remove mode: 'no-cors'. On ${context.host}, send Access-Control-Allow-Origin: ${context.page}.`,
  },
  'unreachable-address': {
    title: 'The page requests the address that a server listens on',
    reason: '0.0.0.0 is no address to connect to',
    sentence: (context) =>
      `The page requested ${context.host}, an address that servers listen on, so the browser did not connect to it.`,
    remedy: () =>
      'In the configuration that gives the page this URL, write localhost or the server’s name instead of 0.0.0.0.',
  },
  'content-blocker': {
    title: 'A content blocker cancelled the request',
    reason: 'Cancelled by a browser extension',
    sentence: (context) =>
      `A browser extension, such as an ad blocker, cancelled the request to ${context.host}. No server and no origin rule was involved.`,
    remedy: () =>
      'In this browser, allow the site in the extension. For all users, request a URL that is on no filter list.',
  },
  'untrusted-certificate': {
    title: 'The browser does not trust the server’s certificate',
    reason: 'Certificate is not trusted',
    sentence: (context) =>
      `The browser does not trust the certificate of ${context.host}, so the request failed; only a navigation shows a warning page.`,
    remedy: (context) =>
      `Open https://${context.host}/ in a tab to see the browser’s reason. Then install a certificate that it trusts.`,
  },
  'server-not-running': {
    title: 'Nothing listens at this address',
    reason: 'Server is not running',
    sentence: (context) => `Nothing listens at ${context.host}, so the connection was refused.`,
    remedy: (context) =>
      `Start the server of ${context.host}, or correct the port in the page’s configuration.`,
  },
  'unknown-host': {
    title: 'The host name has no address',
    reason: 'Host name is unknown',
    sentence: (context) => `The name ${context.host} has no address, so no connection was made.`,
    remedy: () => 'In the page, check the spelling of the host. Otherwise, check the DNS record or the VPN.',
  },
  'mixed-content': {
    title: 'A page of https: requests http:',
    reason: 'http: from a page of https:',
    sentence: (context) =>
      `The page at ${context.page} is https:, so the browser blocked its request to http://${context.host}.`,
    remedy: () => 'In the page, request https:. If the server has no certificate, add one.',
  },
  'local-network-permission': {
    title: 'The page lacks permission for the local network',
    reason: 'No permission for the local network',
    sentence: (context) =>
      `${context.host} is in the local network or on this machine, and the page has no permission for it, so the browser did not send the request.`,
    remedy: () =>
      'Allow the site in the browser’s prompt or in its site settings. If the page is a frame, add allow="local-network-access" to each frame above it.',
  },
  'resource-policy': {
    title: 'The server’s Cross-Origin-Resource-Policy forbids other sites',
    reason: 'Resource policy forbids other sites',
    sentence: (context) =>
      `${context.host} sends a Cross-Origin-Resource-Policy, as Helmet and others do by default, so ${context.page} cannot use ${context.url}.`,
    remedy: () =>
      'On the server, send Cross-Origin-Resource-Policy: cross-origin for the resources that other sites may use.',
  },
  'error-page-for-resource': {
    title: 'An element got a page instead of the resource it requested',
    reason: 'Page instead of a resource',
    sentence: (context) =>
      `The server answered ${context.url} with ${context.values.type} (status ${context.status}) instead of the resource, so the browser did not use it.`,
    remedy: () =>
      'In the page, check the URL: the server answers with HTML or JSON, mostly because the file is not there.',
  },
  'extension-script': {
    title: 'A browser extension’s script makes the request, with the page’s origin',
    reason: 'Made by a browser extension’s script',
    sentence: (context) =>
      `A browser extension’s script in the page requested ${context.url}. It has the page’s origin, so CORS applies to it.`,
    remedy: () => 'In the extension, make the request in its background with a host permission.',
  },
  'socket-origin-check': {
    title: 'The server rejects WebSocket connections from this origin',
    reason: 'Server rejects the origin',
    sentence: (context) =>
      `${context.host} rejected the WebSocket handshake with 403. CORS does not apply to WebSockets: the server itself checks the Origin ${context.values.origin}.`,
    remedy: (context) => `In the WebSocket server’s list of origins, add ${context.values.origin}.`,
  },
  'cross-origin-worker': {
    title: 'A worker’s script must have the page’s own origin',
    reason: 'Worker script of another origin',
    sentence: (context) =>
      `The page at ${context.page} started a worker from ${context.url}, which has another origin, so the browser did not run it.`,
    remedy: () =>
      'In the page, serve the script from its own origin, or start the worker from a blob: URL that imports it.',
  },
  'content-security-policy': {
    title: 'The page’s own Content-Security-Policy blocks the request',
    reason: 'Blocked by the page’s own CSP',
    sentence: (context) =>
      `The Content-Security-Policy of the page at ${context.page} does not allow ${context.host}, so the browser did not send the request.`,
    remedy: (context) =>
      `In the page’s Content-Security-Policy, add ${context.host} to the directive that the finding names.`,
  },
  'own-policy': {
    title: 'A policy of the page itself blocks the request',
    reason: 'Blocked by the page’s own policy',
    sentence: (context) =>
      `The ${context.values.name} of the page at ${context.page} does not allow its request to ${context.host}, so the browser blocked it.`,
    remedy: (context) =>
      `In the page’s own headers, add ${context.host} to the policy that the finding names.`,
  },
  'embedder-policy': {
    title: 'The page’s embedder policy requires consent from every resource',
    reason: 'Embedder policy requires consent',
    sentence: (context) =>
      `The page at ${context.page} has a Cross-Origin-Embedder-Policy, but ${context.url} has no header that allows embedding, so the browser blocked it.`,
    remedy: () =>
      'On the resource’s server, send Cross-Origin-Resource-Policy: cross-origin (for a frame also Cross-Origin-Embedder-Policy). Or, in the page, use credentialless.',
  },
  'no-answer-to-preflight': {
    title: 'The preflight got no answer',
    reason: 'Preflight got no answer',
    sentence: (context) =>
      `The connection to ${context.host} failed during the preflight, ${unsent(context)}.`,
    remedy: (context) =>
      `Check on the server whether OPTIONS ${context.url} arrives: a firewall that drops OPTIONS, or a server that closes the connection.`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;

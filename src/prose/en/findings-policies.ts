import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, page, server, statusOf, typeOf, upper } from './phrases';

export const ofPolicies = {
  'local-network-insecure': {
    title: 'A page that is not secure requested an address of the local network',
    reason: 'Local network from an insecure page',
    sentence: (context) =>
      `${upper(page(context))} is not a secure context, and ${hostOf(context.url)} is an address of a ` +
      'more private network, which Chrome opens to secure pages only.',
    remedy: () =>
      'On the page’s server, serve the page over https:; then Chrome can ask the user for permission. ' +
      'No header of the other server changes this.',
  },
  'local-network-denied': {
    title: 'The page has no permission to reach the local network',
    reason: 'Local network permission missing',
    sentence: (context) =>
      `${upper(page(context))} has no permission for ${hostOf(context.url)}, an address of the local ` +
      `network or of this machine${errorText(context)}.`,
    remedy: () =>
      'In the site settings of the tab, grant the page access to the local network; for a frame, ' +
      'delegate it with allow="local-network-access" (and what newer versions name loopback-network). ' +
      'No response header changes this.',
  },
  'local-network-mismatch': {
    title: 'The address is not in the network that the page named for it',
    reason: 'Not the address space it named',
    sentence: (context) =>
      `${upper(page(context))} named an address space for ${hostOf(context.url)} (targetAddressSpace), and ` +
      `its address is in another one${errorText(context)}.`,
    remedy: () =>
      "In the page, name the address space that the server is in: 'loopback' for this machine, 'local' for " +
      'its network. No response header changes this.',
  },
  'hsts-upgrade': {
    title: 'HSTS turned http: into https:, which counts as a redirect',
    reason: 'HSTS made it https:',
    sentence: (context) =>
      `${context.browser} knows ${hostOf(context.url)} by https: only (Strict-Transport-Security) and sent ` +
      `${context.method} ${context.url} there by a redirect of its own, after which the request says ` +
      'Origin: null, and a preflight fails.',
    remedy: (context) =>
      `In the page, request the https: URL of ${hostOf(context.url)} to begin with; do not allow null on ` +
      'the server.',
  },
  'response-header-hidden': {
    title: 'A header came that the page may not read',
    reason: 'A header is not exposed',
    sentence: (context) =>
      `${hostOf(context.url)} sent headers with ${context.url} that ${page(context)} does not see, for ` +
      'Access-Control-Expose-Headers does not name them.',
    remedy: (context) =>
      `${server(context)}, name the headers that the page reads in Access-Control-Expose-Headers. With ` +
      'credentials, * names none but itself.',
  },
  'corp-same-origin': {
    title: 'Cross-Origin-Resource-Policy: same-origin keeps other origins from embedding',
    reason: 'Cross-Origin-Resource-Policy',
    sentence: (context) =>
      `${hostOf(context.url)} sent Cross-Origin-Resource-Policy: same-origin with ${context.url}, so ` +
      `${page(context)}, another origin, may not embed it.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url} (or ` +
      'same-site, if only subdomains of one site embed it). Many servers and middlewares send ' +
      'same-origin by default.',
  },
  'corp-same-site': {
    title: 'Cross-Origin-Resource-Policy: same-site keeps other sites from embedding',
    reason: 'Cross-Origin-Resource-Policy',
    sentence: (context) =>
      `${hostOf(context.url)} sent Cross-Origin-Resource-Policy: same-site with ${context.url}, so ` +
      `${page(context)}, another site, may not embed it.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url}.`,
  },
  'coep-require-corp': {
    title: 'The page’s Cross-Origin-Embedder-Policy demands a permission that is missing',
    reason: 'Embedder policy wants permission',
    sentence: (context) =>
      `${upper(page(context))} embeds only what permits it (Cross-Origin-Embedder-Policy: ` +
      `require-corp), and ${context.url} came without Cross-Origin-Resource-Policy.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url}; or, on ` +
      'the page’s server, send Cross-Origin-Embedder-Policy: credentialless, which loads it without ' +
      'cookies.',
  },
  'coep-frame': {
    title: 'The page’s Cross-Origin-Embedder-Policy demands one of the frame’s document too',
    reason: 'Frame lacks an embedder policy',
    sentence: (context) =>
      'The embedding page sends Cross-Origin-Embedder-Policy, and the document of its frame, ' +
      `${context.url}, does not agree to it.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Embedder-Policy: require-corp and, for an embedder of ` +
      `another origin, Cross-Origin-Resource-Policy: cross-origin with ${context.url}.`,
  },
  'document-isolation-policy': {
    title: 'The page’s Document-Isolation-Policy demands a permission that is missing',
    reason: 'Isolation policy wants permission',
    sentence: (context) =>
      `${upper(page(context))} embeds only what permits it (Document-Isolation-Policy), and ` +
      `${context.url} came without Cross-Origin-Resource-Policy.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url}; or, on ` +
      'the page’s server, send Document-Isolation-Policy: isolate-and-credentialless.',
  },
  orb: {
    title: 'The response is of a type that an embedding may not get (ORB)',
    reason: 'Opaque-response blocking (ORB)',
    sentence: (context) =>
      `${context.url} was embedded by ${page(context)}, and the response is not what such an element ` +
      'can use (HTML, JSON or an error page, say), so opaque-response blocking withheld it.',
    remedy: (context) =>
      `${server(context)}, answer ${context.url} with what the element expects and with its true ` +
      'Content-Type; an error page or a login page in place of an image or a script is the usual ' +
      'reason. To read data, in the page use fetch().',
  },
  nosniff: {
    title: 'The Content-Type is not what such an element may use',
    reason: 'Wrong Content-Type (nosniff)',
    sentence: (context) =>
      `${hostOf(context.url)} sent ${context.url} with X-Content-Type-Options: nosniff and a ` +
      `Content-Type that a script or stylesheet must not have${errorText(context)}.`,
    remedy: (context) =>
      `${server(context)}, send the true Content-Type, such as text/javascript or text/css; an error ` +
      'page in place of the file is the usual reason.',
  },
  'module-mime-type': {
    title: 'A module script must come with a JavaScript Content-Type',
    reason: 'Not JavaScript, for a module',
    sentence: (context) =>
      `${hostOf(context.url)} sent ${context.url} with ${typeOf(context)}, and a module script is only run ` +
      'with a JavaScript type.',
    remedy: (context) =>
      `${server(context)}, send Content-Type: text/javascript; an error page in place of the file is the ` +
      'usual reason.',
  },
  integrity: {
    title: 'The response does not match its integrity metadata',
    reason: 'Integrity does not match',
    sentence: (context) =>
      `The response to ${context.method} ${context.url} does not match the integrity value that ` +
      `${page(context)} gave for it, or could not be compared with it.`,
    remedy: () =>
      'In the page, give the hash of the file as it is served now. For a script or stylesheet of another ' +
      'origin, set crossorigin too, and have its server allow it: an opaque response matches nothing.',
  },
  'response-unusable': {
    title: 'The response came, and what asked for it could not use it',
    reason: 'Response could not be used',
    sentence: (context) =>
      `The response to ${context.method} ${context.url} reached ${page(context)}, and what asked for it ` +
      `reported an error${statusOf(context)}.`,
    remedy: (context) =>
      `${server(context)}, check that ${context.url} is answered with status 200 and with what the element ` +
      'expects: a script, a style sheet, an image; not an error page.',
  },
  'frame-refused': {
    title: 'The document does not allow this page to show it in a frame',
    reason: 'Framing refused by the document',
    sentence: (context) =>
      `${hostOf(context.url)} does not let the embedding page show ${context.url} in a frame ` +
      '(X-Frame-Options, or frame-ancestors of its Content-Security-Policy).',
    remedy: (context) =>
      `${server(context)}, send Content-Security-Policy: frame-ancestors with the origins that may ` +
      'embed it, and drop X-Frame-Options. Name only pages you trust: framing invites clickjacking.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

import type { FindingCode } from '../../engine';
import type { FindingContext, FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, page, sentWith, server, typeOf, upper } from './phrases';

/** Who lacks the permission for the local network, as far as the frames showed it. */
const networkReason = ({ evidence, browser }: FindingContext) => {
  const { opaque, lacking, embedder, permission, state } = evidence;
  if (opaque) return ', because an opaque origin can never have it';
  if (lacking && embedder) {
    return `, because the page at ${embedder} does not delegate ${permission ?? 'it'} to the frame of ${lacking}`;
  }
  if (lacking) return `, because the Permissions-Policy of ${lacking} does not allow ${permission ?? 'it'}`;
  if (state === 'prompt' && browser.startsWith('Firefox')) {
    return ', because its prompt was not answered or a later request of the page replaced that prompt';
  }
  if (state === 'prompt') return ', because the prompt has not been answered';
  return state === 'denied' ? ', because the user or a policy denied it' : '';
};

const declared = ({ evidence }: FindingContext) => (evidence.declared ? `: '${evidence.declared}'` : '');
const modules: Readonly<Record<string, { readonly needs: string; readonly type: string }>> = {
  css: { needs: 'a CSS module requires text/css', type: 'text/css' },
  json: { needs: 'a JSON module requires a JSON type', type: 'application/json' },
};
const script = { needs: 'a module script requires a JavaScript type', type: 'text/javascript' };

const moduleOf = ({ evidence }: FindingContext) => modules[evidence.moduleType ?? ''] ?? script;

export const ofPolicies = {
  'local-network-insecure': {
    title: 'An insecure page requested an address in the local network',
    reason: 'Local network from an insecure page',
    sentence: (context) =>
      `${upper(page(context))} is not a secure context, and ${hostOf(context.url)} is in a more private ` +
      'network, which Chrome allows only secure contexts to reach.',
    remedy: () =>
      'On the page’s server, serve the page over https:; then Chrome can ask the user for permission. ' +
      'No header from the other server can change this.',
  },
  'local-network-denied': {
    title: 'The page has no permission to reach the local network',
    reason: 'Local network permission missing',
    sentence: (context) =>
      `${upper(page(context))} has no permission to reach ${hostOf(context.url)} in the local network or on this ` +
      `machine${errorText(context)}${networkReason(context)}.`,
    remedy: (context) => {
      const { opaque, lacking, embedder, permission } = context.evidence;
      const name = permission ?? 'loopback-network; local-network';
      if (opaque) {
        return (
          'In the page, send the request from a document whose origin is not opaque, and pass the data on; or remove ' +
          'the sandbox that makes the origin opaque. No response header can change this.'
        );
      }
      if (lacking && embedder) {
        return (
          `In the page at ${embedder}, add allow="${name}" to the iframe of ${lacking}. Chrome before 145 ` +
          'requires local-network-access instead.'
        );
      }
      if (lacking) {
        return `On the server of ${lacking}, allow ${permission ?? 'the permission'} in Permissions-Policy.`;
      }
      return (
        'In the site settings of the tab, grant the page access to the local network, or answer the prompt. For ' +
        `a frame, also add allow="${name}" to each iframe around it. No response header can change this.`
      );
    },
  },
  'local-network-mismatch': {
    title: 'The address is not in the address space that the page declared',
    reason: 'Not in the declared address space',
    sentence: (context) =>
      `${upper(page(context))} declared the address space of ${hostOf(context.url)} (targetAddressSpace${declared(context)}), ` +
      `but the address is in a different one${errorText(context)}.`,
    remedy: () =>
      "In the page, declare the address space that the server is in: 'loopback' for this machine, 'local' for " +
      'its network. No response header can change this.',
  },
  'hsts-upgrade': {
    title: 'HSTS upgraded http: to https:, which counts as a redirect',
    reason: 'HSTS upgraded it to https:',
    sentence: (context) =>
      `${context.browser} uses only https: for ${hostOf(context.url)} (Strict-Transport-Security) and ` +
      `redirected ${context.method} ${context.url} internally; after that redirect the request carries ` +
      'Origin: null, and a preflight fails.',
    remedy: (context) =>
      `In the page, request the https: URL of ${hostOf(context.url)} directly; do not allow null on the ` +
      'server.',
  },
  'response-header-hidden': {
    title: 'The page cannot read some response headers',
    reason: 'A header is not exposed',
    sentence: (context) =>
      `${hostOf(context.url)} sent headers with ${context.url} that ${page(context)} cannot read, because ` +
      'Access-Control-Expose-Headers does not list them.',
    remedy: (context) =>
      `${server(context)}, list the headers that the page reads in Access-Control-Expose-Headers. With ` +
      'credentials, * is not a wildcard.',
  },
  'corp-same-origin': {
    title: 'Cross-Origin-Resource-Policy: same-origin blocks embedding by other origins',
    reason: 'Cross-Origin-Resource-Policy',
    sentence: (context) =>
      `${hostOf(context.url)} sent Cross-Origin-Resource-Policy: same-origin with ${context.url}, so ` +
      `${page(context)}, which has a different origin, cannot embed it.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url} (or ` +
      'same-site, if only pages of the same site embed it). Many servers and middlewares send ' +
      'same-origin by default.',
  },
  'corp-same-site': {
    title: 'Cross-Origin-Resource-Policy: same-site blocks embedding by other sites',
    reason: 'Cross-Origin-Resource-Policy',
    sentence: (context) =>
      `${hostOf(context.url)} sent Cross-Origin-Resource-Policy: same-site with ${context.url}, so ` +
      `${page(context)}, which belongs to a different site, cannot embed it.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url}.`,
  },
  'coep-require-corp': {
    title: 'The page’s Cross-Origin-Embedder-Policy requires an opt-in that is missing',
    reason: 'Embedder policy requires an opt-in',
    sentence: (context) =>
      `${upper(page(context))} only embeds resources that opt in (Cross-Origin-Embedder-Policy: ` +
      `require-corp), but ${context.url} has no Cross-Origin-Resource-Policy${sentWith(context)}.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url}; or, on ` +
      'the page’s server, send Cross-Origin-Embedder-Policy: credentialless, which loads it without ' +
      'cookies.',
  },
  'coep-frame': {
    title: 'The frame’s document lacks a Cross-Origin-Embedder-Policy',
    reason: 'Frame lacks an embedder policy',
    sentence: (context) =>
      'The embedding page has a Cross-Origin-Embedder-Policy, but the document in its frame, ' +
      `${context.url}, does not have a matching one${sentWith(context)}.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Embedder-Policy: require-corp with ${context.url} and, if the ` +
      'embedding page has a different origin, also Cross-Origin-Resource-Policy: cross-origin.',
  },
  'document-isolation-policy': {
    title: 'The page’s Document-Isolation-Policy requires an opt-in that is missing',
    reason: 'Isolation policy requires an opt-in',
    sentence: (context) =>
      `${upper(page(context))} only embeds resources that opt in (Document-Isolation-Policy), but ` +
      `${context.url} has no Cross-Origin-Resource-Policy${sentWith(context)}.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url}; or, on ` +
      'the page’s server, send Document-Isolation-Policy: isolate-and-credentialless.',
  },
  orb: {
    title: 'Opaque-response blocking (ORB) blocked the response',
    reason: 'Opaque-response blocking (ORB)',
    sentence: (context) =>
      `${upper(page(context))} embedded ${context.url}, but the element cannot use this type of response ` +
      '(for example HTML, JSON or an error page), so opaque-response blocking withheld it.',
    remedy: (context) =>
      `${server(context)}, return the content that the element expects for ${context.url}, with the correct ` +
      'Content-Type. The usual cause is an error page or a login page instead of an image or a script. To ' +
      'read data in the page, use fetch().',
  },
  nosniff: {
    title: 'The Content-Type does not fit the element that loads it (nosniff)',
    reason: 'Wrong Content-Type (nosniff)',
    sentence: (context) =>
      `${hostOf(context.url)} sent ${context.url} with X-Content-Type-Options: nosniff and a ` +
      `Content-Type that is not valid for a script or style sheet${errorText(context)}.`,
    remedy: (context) =>
      `${server(context)}, send the correct Content-Type, such as text/javascript or text/css. The usual ` +
      'cause is an error page instead of the file.',
  },
  'module-mime-type': {
    title: 'A module requires the Content-Type of its kind',
    reason: 'Module with a wrong type',
    sentence: (context) =>
      `${hostOf(context.url)} sent ${context.url} with ${typeOf(context)}, but ${moduleOf(context).needs}.`,
    remedy: (context) =>
      `${server(context)}, send Content-Type: ${moduleOf(context).type}. The usual cause is an error page instead of ` +
      'the file.',
  },
  integrity: {
    title: 'The response does not match its integrity metadata',
    reason: 'Integrity mismatch',
    sentence: (context) =>
      `The response to ${context.method} ${context.url} does not match the integrity value that ` +
      `${page(context)} set for it, or could not be checked.`,
    remedy: () =>
      'In the page, update the hash to the file that is served now. For a cross-origin script or style ' +
      'sheet, also set crossorigin and allow the page’s origin on its server: an opaque response never ' +
      'matches.',
  },
  'frame-refused': {
    title: 'The document does not allow this page to frame it',
    reason: 'Document does not allow framing',
    sentence: (context) =>
      `${hostOf(context.url)} does not allow the embedding page to show ${context.url} in a frame ` +
      '(X-Frame-Options, or frame-ancestors in its Content-Security-Policy).',
    remedy: (context) =>
      `${server(context)}, send Content-Security-Policy: frame-ancestors with the origins that can ` +
      'embed it, and remove X-Frame-Options. List only pages that you trust: framing enables clickjacking.',
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

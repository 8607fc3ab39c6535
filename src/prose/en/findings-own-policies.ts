import type { FindingCode } from '../../engine';
import type { FindingContext, FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { errorText, ofDocument, originOf, page, sentWith } from './phrases';

const isRedirect = ({ evidence }: FindingContext) =>
  evidence.locationUrl != null || evidence.error === 'net::ERR_UNSAFE_REDIRECT';

const entryOf = ({ evidence, url }: FindingContext) => evidence.entry ?? `"${originOf(url)}"`;

/** What to add to the element so that its integrity can be checked. */
const attributesFor = ({ evidence }: FindingContext) => {
  if (evidence.lacking === 'integrity') return 'add the attribute integrity to the element';
  if (evidence.lacking === 'crossorigin') {
    return 'add the attribute crossorigin to the element (even for the page’s own origin)';
  }
  return 'add the attributes integrity and crossorigin to the element (both, even for the page’s own origin)';
};

/** Policies of the page itself that stop its requests, or would if they were enforced. */
export const ofOwnPolicies = {
  'connection-allowlist': {
    title: 'The page’s own Connection-Allowlist blocks the request',
    reason: 'Blocked by Connection-Allowlist',
    sentence: (context) =>
      isRedirect(context)
        ? `${hostOf(context.url)} redirected ${context.method} ${context.url}, but the Connection-Allowlist of ` +
          `${page(context)} does not allow redirects${errorText(context)}${sentWith(context)}.`
        : `The Connection-Allowlist of ${page(context)} does not list ${originOf(context.url)}, so ` +
          `${context.method} ${context.url} was not sent${errorText(context)}${sentWith(context)}.`,
    remedy: (context) =>
      isRedirect(context)
        ? `On the page’s server, add the parameter redirects=allow to Connection-Allowlist${ofDocument(context)}, or ` +
          'request the redirect’s target directly in the page.'
        : `On the page’s server, add ${entryOf(context)} to the list in Connection-Allowlist${ofDocument(context)}. No ` +
          'header from the other server can change this.',
  },
  'permissions-policy': {
    title: 'The page’s own Permissions-Policy forbids synchronous XMLHttpRequests',
    reason: 'Blocked by Permissions-Policy',
    sentence: (context) =>
      `The Permissions-Policy of ${page(context)} does not allow sync-xhr, so ${context.method} ${context.url} was ` +
      `not sent${sentWith(context)}.`,
    remedy: (context) =>
      'In the page, use fetch() or an asynchronous XMLHttpRequest; or, on the page’s server, allow sync-xhr in ' +
      `Permissions-Policy${ofDocument(context)}.`,
  },
  'integrity-policy': {
    title: 'The page’s own Integrity-Policy requires an integrity attribute',
    reason: 'Integrity-Policy requires integrity',
    sentence: (context) =>
      `The Integrity-Policy of ${page(context)} blocks scripts whose integrity cannot be checked, so ` +
      `${context.url} was not requested${sentWith(context)}.`,
    remedy: (context) =>
      `In the page, ${attributesFor(context)}, and allow the page’s origin on a server of another origin; or, on the ` +
      `page’s server, remove script from blocked-destinations in Integrity-Policy${ofDocument(context)}.`,
  },
  'report-only': {
    title: 'A report-only policy of the page would block this request',
    reason: 'A report-only policy would block it',
    sentence: (context) =>
      `The ${context.evidence.header ?? 'report-only policy'} of ${page(context)} would block ${context.method} ${context.url} if it ` +
      `were enforced${sentWith(context)}.`,
    remedy: (context) => {
      const { header = '', entry, lacking } = context.evidence;
      if (header?.startsWith('Integrity')) {
        return lacking === null || lacking === undefined
          ? 'Before you enforce the policy, add the attributes integrity and crossorigin to the element.'
          : `Before you enforce the policy, ${attributesFor(context)}.`;
      }
      if (/^(Cross-Origin|Document-Isolation)/.test(header ?? '')) {
        return (
          `Before you enforce the policy, send Cross-Origin-Resource-Policy: cross-origin with ${context.url} on ` +
          `${hostOf(context.url)}.`
        );
      }
      return entry
        ? `Before you enforce the policy, add ${entry} to it on the page’s server.`
        : `Before you enforce the policy, allow ${originOf(context.url)} in it on the page’s server.`;
    },
  },
  'private-network-header': {
    title: 'The headers of Private Network Access are obsolete',
    reason: 'Private Network Access is obsolete',
    sentence: (context) =>
      `${context.evidence.header ?? ''} belongs to Private Network Access, which no browser uses any more: ` +
      'Chrome asks the user for permission instead (Local Network Access).',
    remedy: ({ evidence, url }) =>
      evidence.requestHeader
        ? `In the page, remove the header ${evidence.header ?? ''} from the request.`
        : `On ${hostOf(url)}, remove the header ${evidence.header ?? ''}; it has no effect.`,
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

import type { CauseCode } from '../../diagnosis/causes';
import type { CauseProse } from '../cause-prose';

/** Causes about what documents and their scripts do. */
export const ofDocuments = {
  'cookie-without-partitioned': {
    title: 'The session cookie is not Partitioned, so a cross-site frame does not send it',
    reason: 'Session cookie is not Partitioned',
    sentence: ({ host, status, values }) =>
      `${host} answered with ${status}, because the browser did not send the cookie ${values.name}: it is SameSite=None without Partitioned, and this frame has no access to third-party cookies.`,
    remedy: ({ host, values }) =>
      `On ${host}, set ${values.name} with SameSite=None; Secure; Partitioned. Or, in the frame, call document.requestStorageAccess() after a click.`,
  },
  'listener-reads-foreign-window': {
    title: 'A message listener reads a window of another origin',
    reason: 'Listener reads a cross-origin window',
    sentence: ({ url, values }) =>
      `A message listener of ${url} read event.source.${values.property} from a window of ${values.sender}, so the browser threw a SecurityError and the listener stopped.`,
    remedy: () => 'In the listener, compare event.origin instead: any listener can read it.',
  },
  'opener-severed': {
    title: 'Cross-Origin-Opener-Policy separates this window from its opener',
    reason: 'Opener policy removed the opener',
    sentence: ({ url, values }) =>
      `Cross-Origin-Opener-Policy cut the link between ${url} (policy ${values.opened}) and the page before it (policy ${values.opener}), so window.opener is null in this window.`,
    remedy: () =>
      'If the two windows need each other, send Cross-Origin-Opener-Policy: same-origin-allow-popups with the page that opens the window, and no Cross-Origin-Opener-Policy with the opened page. Or use a redirect instead of a popup.',
  },
  'origin-keyed-document-domain': {
    title: 'document.domain has no effect, because the document is origin-keyed',
    reason: 'document.domain has no effect',
    sentence: ({ url, values }) =>
      `A script of ${url} set document.domain to ${values.domain}, and the browser ignored it, because the document is in an origin-keyed agent cluster.`,
    remedy: ({ host }) =>
      `In the scripts of both documents, use postMessage() instead. Until then, send Origin-Agent-Cluster: ?0 with every document of ${host} and of the other host.`,
  },
  'relay-compares-source': {
    title: 'A listener drops messages because it compares their source window',
    reason: 'Listener drops messages by their source',
    sentence: ({ url, values }) =>
      `A message from ${values.sender} reached the listener of ${url}, which read only event.source and then ignored the message.`,
    remedy: () =>
      'In the listener, compare event.origin instead. If it has to compare windows, read the iframe’s contentWindow only once the iframe is in the document.',
  },
  'wildcard-without-authorization': {
    title: '* in Access-Control-Allow-Headers does not include Authorization',
    reason: '* does not include Authorization',
    sentence: ({ host, method }) =>
      `${host} allows any header with *, which does not include Authorization in the standard. This browser still sent the ${method}, but a later version may block it.`,
    remedy: ({ host }) => `On ${host}, add Authorization by name to Access-Control-Allow-Headers.`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;

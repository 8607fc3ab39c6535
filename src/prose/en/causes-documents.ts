import type { CauseCode } from '../../diagnosis/causes';
import type { CauseProse } from '../cause-prose';

/** Causes about what documents and their scripts do. */
export const ofDocuments = {
  'cookie-without-partitioned': {
    title: 'The session cookie has no partition for frames of other sites',
    reason: 'Session cookie is not Partitioned',
    sentence: ({ host, status, values }) =>
      `${host} answered with ${status}, because the browser did not send the cookie ${values.name}: it is SameSite=None without Partitioned, and this frame has no access to third-party cookies.`,
    remedy: ({ host, values }) =>
      `On ${host}, set ${values.name} with SameSite=None; Secure; Partitioned. Or, in the frame, call document.requestStorageAccess() after a click.`,
  },
  'listener-reads-foreign-window': {
    title: 'A message listener reads the window of another origin',
    reason: 'Listener reads a foreign window',
    sentence: ({ url, values }) =>
      `A message listener of ${url} read event.source.${values.property} of a window of ${values.sender}, so the browser threw a SecurityError and the listener stopped.`,
    remedy: () => 'In the listener, compare event.origin, which every message has.',
  },
  'opener-severed': {
    title: 'Cross-Origin-Opener-Policy separates this window from its opener',
    reason: 'Opener policy removed the opener',
    sentence: ({ url, values }) =>
      `The opener policies of ${url} (${values.opened}) and of the page before it (${values.opener}) do not match, so window.opener is null in this window.`,
    remedy: () =>
      'If the two windows have to talk, send Cross-Origin-Opener-Policy: same-origin-allow-popups on the page that opens, and none on the opened page. Or use a redirect instead of a popup.',
  },
  'origin-keyed-document-domain': {
    title: 'document.domain has no effect, because the origin has its own agent cluster',
    reason: 'document.domain has no effect',
    sentence: ({ url, values }) =>
      `A script of ${url} set document.domain to ${values.domain}, and the browser ignored it, because the document has an agent cluster of its own origin.`,
    remedy: ({ host }) =>
      `In the scripts of both documents, use postMessage() instead. Until then, send Origin-Agent-Cluster: ?0 with every document of ${host} and of the other hosts.`,
  },
  'relay-compares-source': {
    title: 'A listener drops messages, because it compares their source window',
    reason: 'Listener drops messages by their source',
    sentence: ({ url, values }) =>
      `A message of ${values.sender} reached the listener of ${url}, which read event.source and then ignored the message.`,
    remedy: () =>
      'In the listener, compare event.origin. If it compares windows, read contentWindow after the frame is in the document.',
  },
  'wildcard-without-authorization': {
    title: '* in Access-Control-Allow-Headers does not include Authorization',
    reason: '* does not include Authorization',
    sentence: ({ host, method }) =>
      `${host} allows any header with *, which does not include Authorization in the standard. This browser still sent the ${method}; other browsers and versions do not.`,
    remedy: ({ host }) => `On ${host}, add Authorization to Access-Control-Allow-Headers by its name.`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;

import type { SeveredBecause } from '../../channels/opener-details';
import type { OpenerPolicyValue } from '../../engine';

/** The sentences about windows that the page opened, in English. */
export const openers = {
  /** Over all that is said of it beside a request. */
  title: 'Opener',
  hasOpener: 'window.opener',
  yes: 'a window',
  no: 'null',
  why: 'Reason',
  because: {
    'opened-policy':
      'Its own Cross-Origin-Opener-Policy moves it to a separate browsing context group: its opener does not have that policy, or the policy never shares a group with an opener.',
    'opener-policy':
      'The opener’s page, or the previous document in this tab, has a Cross-Origin-Opener-Policy that shares a group only with documents of the same origin and policy, and this one has no policy; same-origin-allow-popups there would keep the link to windows it opens.',
    'both-policies':
      'Both documents have a Cross-Origin-Opener-Policy, and they share a group only if policy and origin are equal.',
    'redirect-policy':
      'A response that redirected the request has a Cross-Origin-Opener-Policy that moves the window to a separate group; the final document does not restore the link.',
    'framed-opener':
      'A cross-origin frame opened it, in a page whose Cross-Origin-Opener-Policy is same-origin: such windows have no opener.',
    'severed-before': 'The previous document in this tab had no opener either, and the link is not restored.',
    'no-policy':
      'The policies of both documents would keep the link, so it never existed or was removed: rel="noopener", a link with target="_blank" but without rel="opener", noopener in window.open(), a user who opened it, or a script that set window.opener to null.',
    'not-known':
      'This requires the recorded responses of both documents: a Cross-Origin-Opener-Policy of either, noopener, or a script that set window.opener to null.',
  } satisfies Readonly<Record<SeveredBecause, string>>,
  severed:
    'postMessage() between the two windows no longer works: here window.opener is null, and there the result of window.open() reports closed, or is null itself. BroadcastChannel still connects documents of one origin.',
  openedPolicy: 'Its opener policy',
  openerPolicy: 'Opener’s policy',
  /** Of the document before it in its tab, where it is not the first. */
  beforePolicy: 'Previous document’s policy',
  policies: {
    'unsafe-none': 'no effective policy (unsafe-none)',
    'same-origin-allow-popups': 'same-origin-allow-popups',
    'noopener-allow-popups': 'noopener-allow-popups',
    'same-origin': 'same-origin',
    'same-origin-plus-coep': 'same-origin, isolated by its embedder policy',
  } satisfies Readonly<Record<OpenerPolicyValue, string>>,
  policyUnknown: 'not recorded',
};

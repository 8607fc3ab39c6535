import type { SeveredBecause } from '../../channels/opener-story';
import type { OpenerPolicyValue } from '../../engine';

/** What is said of windows that the page opened, in English. */
export const openers = {
  /** Over all that is said of it beside a request. */
  title: 'Opener',
  hasOpener: 'window.opener',
  yes: 'a window',
  no: 'null',
  why: 'Why',
  because: {
    'opened-policy':
      'Its own Cross-Origin-Opener-Policy puts it into a browsing context group of its own: who opened it does not have that policy, or the policy never shares a group with an opener.',
    'opener-policy':
      'The Cross-Origin-Opener-Policy of the document before it shares a group only with documents of its own origin and policy, and this one has none; same-origin-allow-popups there would keep the link to the windows it opens.',
    'both-policies':
      'Both documents have a Cross-Origin-Opener-Policy, and two such share a group only where policy and origin are equal.',
    'redirect-policy':
      'An answer on the way, which redirected the request, has a Cross-Origin-Opener-Policy that puts the window into a group of its own; what it leads to does not bring the link back.',
    'framed-opener':
      'A frame of another origin opened it, in a page whose Cross-Origin-Opener-Policy is same-origin: such windows are opened without an opener.',
    'severed-before': 'The document before it in this tab had no opener either, and none comes back.',
    'no-policy':
      'The policies of the two documents would keep the link, so it was never given or was given up: rel="noopener", a link with target="_blank" and without rel="opener", noopener in window.open(), a person who opened it, or a script that set window.opener to null.',
    'not-known':
      'The answers of both documents would have to be recorded to say so: Cross-Origin-Opener-Policy of either, noopener, or a script that set window.opener to null.',
  } satisfies Readonly<Record<SeveredBecause, string>>,
  severed:
    'No postMessage() between the two windows arrives: here window.opener is null, and what window.open() gave there says closed, or is null itself. BroadcastChannel still joins documents of one origin.',
  openedPolicy: 'Its opener policy',
  openerPolicy: 'The opener’s page has',
  /** Of the document before it in its tab, where it is not the first. */
  beforePolicy: 'The document before has',
  policies: {
    'unsafe-none': 'none that counts (unsafe-none)',
    'same-origin-allow-popups': 'same-origin-allow-popups',
    'noopener-allow-popups': 'noopener-allow-popups',
    'same-origin': 'same-origin',
    'same-origin-plus-coep': 'same-origin, isolated by its embedder policy',
  } satisfies Readonly<Record<OpenerPolicyValue, string>>,
  policyUnknown: 'not recorded',
};

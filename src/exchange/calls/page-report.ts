import type { CredentialsMode, Mode, RedirectMode } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { HeardCall, PageCall, PageEnd } from '../../protocol/page-hints';

/** What a page asked for; null where it hides that, or it is not known. */
export interface Asked {
  readonly mode: Mode | null;
  readonly credentialsMode: CredentialsMode | null;
  readonly redirectMode: RedirectMode | null;
}

/** The call behind an exchange, if one is known and no other fits. */
export function callOf({ page }: ExchangeFacts): HeardCall | null {
  return page?.call ?? null;
}

/** What a call asked for: as it said, and what its API leaves no choice in. */
export function askedBy({ api, mode, credentialsMode, redirectMode, element }: PageCall): Asked {
  switch (api) {
    case 'fetch':
      return { mode, credentialsMode, redirectMode };
    case 'xhr':
    case 'event-source':
      return { mode: 'cors', credentialsMode, redirectMode: 'follow' };
    case 'beacon':
      return { mode: null, credentialsMode: 'include', redirectMode: 'follow' };
    case 'websocket':
      return { mode: 'websocket', credentialsMode: 'include', redirectMode: 'follow' };
    case 'worker':
    case 'shared-worker':
      return { mode: 'same-origin', credentialsMode, redirectMode: 'follow' };
    case 'element':
      return { ...askedByElement(element), redirectMode: 'follow' };
  }
}

/** @see https://html.spec.whatwg.org/#cors-settings-attribute */
function askedByElement(element: PageCall['element']): Pick<Asked, 'mode' | 'credentialsMode'> {
  if (!element) return { mode: null, credentialsMode: null };
  const { name, crossOrigin, isModule } = element;
  if (/^(iframe|frame)$/.test(name)) return { mode: 'navigate', credentialsMode: 'include' };
  if (/^(object|embed)$/.test(name)) return { mode: null, credentialsMode: null };
  if (crossOrigin === 'use-credentials') return { mode: 'cors', credentialsMode: 'include' };
  if (crossOrigin === 'anonymous' || isModule || name === 'font') {
    return { mode: 'cors', credentialsMode: 'same-origin' };
  }
  return { mode: 'no-cors', credentialsMode: 'include' };
}

/** How an exchange ended for the page, where that says something about its response. */
export function pageEndOf(facts: ExchangeFacts): PageEnd | null {
  const heard = callOf(facts);
  // A frame loads even where it may not be shown.
  const isFrame = facts.type === 'sub_frame' || facts.type === 'object';
  return heard && !isFrame ? heard.end : null;
}

/** The violation of a policy in force that the page was told of; undefined if it was told of none. */
export function enforced({ page }: ExchangeFacts, type: 'csp-violation' | 'coep-violation') {
  return page?.violations.find((each) => each.type === type && each.disposition === 'enforce');
}

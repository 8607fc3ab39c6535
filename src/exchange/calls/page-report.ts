import type { CredentialsMode, Mode, RedirectMode } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { PageCall, PageEnd, PolicyViolation, ReportedCall } from '../../protocol/page-hints';

/** The options of a page's call; null if hidden or unknown. */
export interface CallOptions {
  readonly mode: Mode | null;
  readonly credentialsMode: CredentialsMode | null;
  readonly redirectMode: RedirectMode | null;
}

/** Returns the call behind an exchange; null if it is unknown or several match. */
export function reportedCall({ page }: ExchangeFacts): ReportedCall | null {
  return page?.call ?? null;
}

/**
 * Returns the calls of which one made the exchange: the known one, or all possible ones. Empty if another may have
 * made it.
 */
export function callsBehind({ page }: ExchangeFacts): readonly ReportedCall[] {
  if (!page) return [];
  if (page.call) return [page.call];
  return page.isOneOfThem ? page.possible : [];
}

/** Whether no script can read the response, because fetchLater() made the request. */
export function isUnread(facts: ExchangeFacts): boolean {
  const calls = callsBehind(facts);
  return calls.length > 0 && calls.every(({ call }) => call.api === 'fetchLater');
}

/** Returns how an exchange ended for the page according to all its possible calls; null if unknown. */
export function reportedEnd(facts: ExchangeFacts): PageEnd | null {
  const ends = new Set(callsBehind(facts).map(({ end }) => end));
  const [end = null] = ends;
  return ends.size === 1 ? end : null;
}

/** Returns the options of a call, both those reported and those that its API fixes. */
export function callOptions({ api, mode, credentialsMode, redirectMode, element }: PageCall): CallOptions {
  switch (api) {
    case 'fetch':
    case 'fetchLater':
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
      return { ...elementOptions(element), redirectMode: 'follow' };
  }
}

/** @see https://html.spec.whatwg.org/#cors-settings-attribute */
function elementOptions(element: PageCall['element']): Pick<CallOptions, 'mode' | 'credentialsMode'> {
  if (!element) return { mode: null, credentialsMode: null };
  const { name, crossOrigin, isModule } = element;
  if (/^(iframe|frame)$/.test(name)) return { mode: 'navigate', credentialsMode: 'include' };
  if (/^(object|embed)$/.test(name)) return { mode: null, credentialsMode: null };
  // They are blocked before a request if their URL has another origin.
  const isOwnOnly = /^(use|filter|clip-path)$/.test(name) || (name === 'track' && crossOrigin === null);
  if (isOwnOnly) {
    return { mode: 'same-origin', credentialsMode: 'same-origin' };
  }
  if (crossOrigin === 'use-credentials') return { mode: 'cors', credentialsMode: 'include' };
  if (crossOrigin === 'anonymous' || isModule || name === 'font') {
    return { mode: 'cors', credentialsMode: 'same-origin' };
  }
  return { mode: 'no-cors', credentialsMode: 'include' };
}

/**
 * Returns how an exchange ended for the page; null if unknown or if the end reveals nothing about the
 * response.
 */
export function pageEndOf(facts: ExchangeFacts): PageEnd | null {
  const end = reportedEnd(facts);
  // A frame fires load even if its document was blocked, and so do objects in part.
  if (facts.kind === 'frame' || (facts.kind === 'embed' && end !== 'error')) return null;
  // In Firefox a link that preloads for fetch() fires load even if its response was blocked (measured).
  const isPreload = facts.kind === 'fetch' && callsBehind(facts).some(({ call }) => call.element !== null);
  return isPreload && end === 'load' ? null : end;
}

/** Returns the enforced policy violation that the page reported; undefined if there is none. */
export function enforced({ page }: ExchangeFacts, type: PolicyViolation['type']) {
  return page?.violations.find((violation) => violation.type === type && violation.disposition === 'enforce');
}

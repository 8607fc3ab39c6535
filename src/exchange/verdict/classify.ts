import type { Explanation } from '../../engine';
import type { ExchangeFacts, RequestClass, RequestKind } from '../../protocol/facts';
import { foreignHops, type Hypothesis } from './infer-request';
import type { Decision } from './verdict';

/** The effect of a request on another origin: it reads, embeds or writes. */
export type Access = 'read' | 'embed' | 'write';

/** Returns the class of a request from the routes of its hops. */
export function classOf(facts: ExchangeFacts, { mode }: Hypothesis, { routes }: Explanation): RequestClass {
  if (mode.value === 'websocket' || mode.value === 'webtransport') return mode.value;
  if (mode.value === 'navigate') return 'navigation';
  if (foreignHops(facts).length === 0) return 'same-origin';
  if (mode.value === 'no-cors') return 'no-cors';
  const isPreflighted =
    facts.hops.some(({ preflight }) => preflight !== null) || routes.includes('cors with preflight');
  return isPreflighted ? 'preflighted' : 'simple';
}

const writing: ReadonlySet<RequestKind> = new Set(['fetch', 'beacon', 'ping', 'report', 'document']);

/** Returns how a request accesses another origin. */
export function accessOf({ kind }: ExchangeFacts, mode: Decision['mode']['value']): Access {
  if (kind === 'frame') return 'embed';
  if (writing.has(kind) && (mode === 'no-cors' || mode === 'navigate')) return 'write';
  return mode === 'no-cors' || mode === 'navigate' ? 'embed' : 'read';
}

/** Returns an exchange with the part of its decision that the background sends and the log keeps. */
export function classified(facts: ExchangeFacts, { requestClass, outcome, mode }: Decision) {
  return { facts, requestClass, outcome, mode: mode.value };
}

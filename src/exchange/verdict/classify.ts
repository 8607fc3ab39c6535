import type { Explanation } from '../../engine';
import type { ExchangeClass, ExchangeFacts } from '../../protocol/facts';
import { foreignHops, type Hypothesis } from './infer-request';
import type { Verdict } from './verdict';

/** What a request does to the other origin: read from it, embed it, or write to it. */
export type Access = 'read' | 'embed' | 'write';

/** The user's word for a request, by the routes that its hops took. */
export function classOf(facts: ExchangeFacts, { mode }: Hypothesis, { routes }: Explanation): ExchangeClass {
  if (mode.value === 'websocket') return 'websocket';
  if (mode.value === 'navigate') return 'navigation';
  if (foreignHops(facts).length === 0) return 'same-origin';
  if (mode.value === 'no-cors') return 'no-cors';
  const isPreflighted =
    facts.hops.some(({ preflight }) => preflight !== null) || routes.includes('cors with preflight');
  return isPreflighted ? 'preflighted' : 'simple';
}

const writing: ReadonlySet<string> = new Set([
  'xmlhttprequest',
  'beacon',
  'ping',
  'csp_report',
  'main_frame',
]);

/** How a request reaches across an origin boundary. */
export function accessOf({ type }: ExchangeFacts, mode: Verdict['mode']['value']): Access {
  if (type === 'sub_frame') return 'embed';
  if (writing.has(type) && (mode === 'no-cors' || mode === 'navigate')) return 'write';
  return mode === 'no-cors' || mode === 'navigate' ? 'embed' : 'read';
}

import type { ListenerAudit } from '../../channels/audit-listener';
import type { ReportedListener } from '../../channels/reported-listeners';
import type { PastedAnswer } from '../../diagnosis/answers';
import { parseUrl } from '../../engine';
import type { StoredCookies } from '../../protocol/cookies';
import type { ExchangeFacts, FrameFacts } from '../../protocol/facts';
import type { PageEventFacts } from '../../protocol/page-events';
import type { FoundStar } from '../../reading/find-stars';

/** The recording of a tab, with the readings made from it. */
export interface Recorded {
  readonly page: {
    readonly url: string;
    readonly title: string | null;
    readonly frames: readonly FrameFacts[];
  };
  /** In order of start. */
  readonly exchanges: readonly ExchangeFacts[];
  readonly pageEvents: readonly PageEventFacts[];
  /** Audits a listener's text and behaviour; null if no parser was loaded. */
  readonly audit: ((reported: ReportedListener) => ListenerAudit) | null;
  readonly stars: readonly FoundStar[];
  /** The browser's current cookies; null without the permission to read them. */
  readonly storedCookies: StoredCookies | null;
  /** What the user pasted as answers to questions; none if it is absent. */
  readonly answers?: readonly PastedAnswer[];
}

/** The hosts of a recording. */
export interface Hosts {
  /** Whether a text is one of the hosts, or a parent domain of one. */
  has(text: string): boolean;
  /** Whether a text is a label of one of the hosts. */
  hasLabel(text: string): boolean;
}

/** Returns the hosts in a recording's URLs and origins. */
export function hostsIn({ page, exchanges, pageEvents, storedCookies }: Recorded): Hosts {
  const addresses = new Set<string | null>([page.url]);
  for (const { url, origin } of page.frames) addresses.add(url).add(origin);
  for (const { origin, hops, ancestors } of exchanges) {
    addresses.add(origin);
    for (const ancestor of ancestors ?? []) addresses.add(ancestor);
    for (const { url } of hops) addresses.add(url);
  }
  for (const event of pageEvents) {
    addresses.add(event.frame.origin);
    if (event.kind === 'post-message' && event.direction === 'received') addresses.add(event.senderOrigin);
  }
  return hostsOf(
    addresses,
    (storedCookies?.cookies ?? []).map(({ domain }) => domain),
  );
}

/** Returns the hosts in URLs and origins, and those named as such. */
export function hostsOf(addresses: Iterable<string | null>, named: readonly string[] = []): Hosts {
  const names = new Set(Array.from(addresses, (address) => parseUrl(address ?? '')?.hostname ?? ''));
  for (const name of named) names.add(name);
  const domains = new Set<string>();
  const labels = new Set<string>();
  for (const name of names) {
    const parts = name.split('.');
    parts.forEach((label, index) => {
      labels.add(label);
      domains.add(parts.slice(index).join('.'));
    });
  }
  domains.delete('');
  return {
    has: (text) => domains.has(text.toLowerCase()),
    hasLabel: (text) => labels.has(text.toLowerCase()),
  };
}

import { serverOriginOf } from '../../channels/server-origin';
import type { SerializedOrigin } from '../../engine';
import { type Access, accessOf } from '../../exchange/verdict/classify';
import type { Outcome } from '../../protocol/facts';
import type { Entry } from '../log/entries';

/** The requests behind a count in the Origins view. */
export interface Between {
  readonly from: SerializedOrigin;
  readonly to: SerializedOrigin;
  /** One kind of access or one outcome; null for all. */
  readonly only: Access | Outcome | null;
  includes(entry: Entry): boolean;
}

/** An origin that received requests, with the counts of those from one other origin. */
export interface Contact {
  readonly origin: SerializedOrigin;
  /** The servers' addresses, as far as the browser showed them. */
  readonly addresses: readonly string[];
  readonly counts: Readonly<Record<Access | 'blocked', number>>;
}

/** The origins that a recording's requests reached, and those that sent them. */
export interface Contacts {
  /** In order of first contact. */
  readonly contacts: readonly Contact[];
  /** All origins that made a request. */
  readonly sources: readonly SerializedOrigin[];
}

/** The path of one request. */
interface Reach {
  readonly from: SerializedOrigin | null;
  readonly access: Access;
  readonly to: readonly SerializedOrigin[];
  /** The origin at which it was blocked; null if it was not blocked. */
  readonly blockedAt: SerializedOrigin | null;
  readonly addresses: readonly (readonly [origin: SerializedOrigin, address: string])[];
  readonly isPreflight: boolean;
}

const reaches = new WeakMap<Entry, Reach>();
/** Requests with the same path share one object, so that counting handles each path once. */
const shared = new Map<string, Reach>();
const mostShared = 5_000;

/**
 * Returns the origins that the requests in `entries` reached, with the counts of those from one origin. A
 * request counts once for each origin of its redirects, and as blocked only where it ended. Preflights are
 * not counted.
 */
export function contactsOf(entries: readonly Entry[], from: SerializedOrigin): Contacts {
  const counted = new Map<Reach, number>();
  for (const entry of entries) {
    const reach = reachOf(entry);
    counted.set(reach, (counted.get(reach) ?? 0) + 1);
  }
  const contacts = new Map<SerializedOrigin, { addresses: Set<string>; counts: Record<string, number> }>();
  const sources = new Set<SerializedOrigin>();
  for (const [reach, count] of counted) {
    if (reach.from !== null) sources.add(reach.from);
    for (const origin of reach.to) {
      const known = contacts.get(origin) ?? { addresses: new Set(), counts: {} };
      contacts.set(origin, known);
      if (reach.isPreflight || reach.from !== from) continue;
      const { counts } = known;
      counts[reach.access] = (counts[reach.access] ?? 0) + count;
      if (reach.blockedAt === origin) counts.blocked = (counts.blocked ?? 0) + count;
    }
    for (const [origin, address] of reach.addresses) contacts.get(origin)?.addresses.add(address);
  }
  return {
    contacts: [...contacts].map(([origin, { addresses, counts }]) => ({
      origin,
      addresses: [...addresses],
      counts: { read: 0, embed: 0, write: 0, blocked: 0, ...counts },
    })),
    sources: [...sources],
  };
}

/** Returns the requests from one origin to another that a count of `contactsOf()` includes. */
export function between(from: SerializedOrigin, to: SerializedOrigin, only: Between['only']): Between {
  return {
    from,
    to,
    only,
    includes(entry) {
      const reach = reachOf(entry);
      if (reach.isPreflight || reach.from !== from || !reach.to.includes(to)) return false;
      return only === null || (only === 'blocked' ? reach.blockedAt === to : reach.access === only);
    },
  };
}

function reachOf(entry: Entry): Reach {
  const known = reaches.get(entry);
  if (known) return known;
  const { facts, outcome } = entry;
  const to: SerializedOrigin[] = [];
  const addresses: [SerializedOrigin, string][] = [];
  for (const { url, internal, serverIp } of facts.hops) {
    // The browser upgraded or redirected it internally, so nothing was sent to that origin.
    if (internal !== null && internal !== 'service-worker') continue;
    const origin = originIn(url);
    if (origin === null) continue;
    if (!to.includes(origin)) to.push(origin);
    if (serverIp !== null) addresses.push([origin, serverIp]);
  }
  const reach: Reach = {
    from: facts.origin,
    access: accessOf(facts, entry.mode),
    to,
    blockedAt: outcome === 'blocked' ? (to.at(-1) ?? null) : null,
    addresses,
    isPreflight: facts.preflightFor !== null,
  };
  const sharedReach = share(reach);
  reaches.set(entry, sharedReach);
  return sharedReach;
}

const origins = new Map<string, SerializedOrigin>();

/**
 * Returns the origin that a request went to; null if it went to no server. Cached, because URLs share
 * origins.
 */
function originIn(url: string): SerializedOrigin | null {
  const [start] = /^(?:http|ws)s?:\/\/[^/?#]*/.exec(url) ?? [];
  if (start === undefined) return null;
  const known = origins.get(start);
  if (known !== undefined) return known;
  if (origins.size >= mostShared) origins.clear();
  const origin = serverOriginOf(start);
  origins.set(start, origin);
  return origin;
}

function share(reach: Reach): Reach {
  const { from, access, to, blockedAt, addresses, isPreflight } = reach;
  const key = `${from} ${access} ${blockedAt} ${isPreflight} ${to.join()} ${addresses.join()}`;
  const known = shared.get(key);
  if (known) return known;
  if (shared.size >= mostShared) shared.clear();
  shared.set(key, reach);
  return reach;
}

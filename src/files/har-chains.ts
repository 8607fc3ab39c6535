import { getHeader, redirectedMethod } from '../engine';
import type { HarEntry } from './har-entry';

/** The entries of one request and its redirects. */
export type HarChain = [HarEntry, ...HarEntry[]];

/** Browsers follow 20 redirects. */
const maxHops = 30;
/** How long after the response the browser follows a redirect, on a machine that is busy, with times that are not exact. */
const longestPauseMs = 10_000;

/** Returns the preflight of each entry that had one. */
export function preflightsIn(entries: readonly HarEntry[]): ReadonlyMap<HarEntry, HarEntry> {
  const keyOf = (method: string | null, { url }: HarEntry) => `${method} ${url}`;
  const preflights = new Map<string, HarEntry[]>();
  // From the last to the first, so that the first is taken off the end.
  for (const preflight of entries.filter(isPreflight).toReversed()) {
    const key = keyOf(methodAsked(preflight), preflight);
    const list = preflights.get(key) ?? [];
    list.push(preflight);
    preflights.set(key, list);
  }
  // Chrome lists a preflight after its request, Firefox before it.
  const found = entries
    .filter((entry) => !isPreflight(entry))
    .map((entry) => [entry, preflights.get(keyOf(entry.method, entry))?.pop()] as const);
  return new Map(found.filter((each): each is readonly [HarEntry, HarEntry] => each[1] !== undefined));
}

/** The chains that wait for the same request, the earliest first, from `next` on. */
interface Waiting {
  readonly chains: HarChain[];
  next: number;
}

/**
 * Returns the redirect chains without preflights, in the order of their first entries. A HAR file has no chains: an
 * entry that follows where an earlier one redirected to belongs to it.
 */
export function chainsIn(
  entries: readonly HarEntry[],
  asked: ReadonlyMap<HarEntry, HarEntry>,
): readonly Readonly<HarChain>[] {
  const chains: HarChain[] = [];
  const waiting = new Map<string, Waiting>();
  for (const entry of entries) {
    if (isPreflight(entry)) continue;
    const found = continued(waiting.get(`${entry.method} ${entry.url}`), entry, asked.get(entry));
    const chain: HarChain = found ?? [entry];
    if (found) found.push(entry);
    else chains.push(chain);
    const { redirectsTo } = entry;
    if (redirectsTo === null || entry.error !== null || chain.length >= maxHops) continue;
    const key = `${redirectedMethod(entry.method, entry.response?.status ?? 307)} ${redirectsTo}`;
    const queue = waiting.get(key) ?? { chains: [], next: 0 };
    queue.chains.push(chain);
    waiting.set(key, queue);
  }
  return chains;
}

/** Takes the chain that an entry continues from those that wait for it. */
function continued(
  waiting: Waiting | undefined,
  { startedAtMs }: HarEntry,
  preflight: HarEntry | undefined,
): HarChain | null {
  const atMs = preflight?.startedAtMs ?? startedAtMs;
  while (waiting && waiting.next < waiting.chains.length) {
    const chain = waiting.chains[waiting.next] ?? null;
    const redirect = chain?.at(-1);
    const [fromMs, endedAtMs] = [redirect?.startedAtMs ?? 0, redirect?.endedAtMs ?? 0];
    if (atMs !== 0 && fromMs !== 0 && atMs < fromMs) return null;
    waiting.next += 1;
    // The browser did not follow a redirect from long before.
    if (atMs === 0 || endedAtMs === 0 || atMs <= endedAtMs + longestPauseMs) return chain;
  }
  return null;
}

/**
 * Returns the entries, with a request for each preflight that stands alone. A proxy sees only what a browser sends, and
 * that is the preflight alone if it failed.
 */
export function withUnsent(entries: readonly HarEntry[]): readonly HarEntry[] {
  const answered = new Set(preflightsIn(entries).values());
  return entries.flatMap((entry) =>
    isPreflight(entry) && !answered.has(entry) ? [entry, unsentOf(entry)] : [entry],
  );
}

function unsentOf(preflight: HarEntry): HarEntry {
  return {
    ...preflight,
    method: methodAsked(preflight) ?? 'GET',
    ...{ requestHeaders: null, isProvisional: false },
    startedAtMs: preflight.endedAtMs,
    ...{ response: null, internal: null, redirectsTo: null, serverIp: null, error: null },
    ...{ fromCache: false, isFromServiceWorker: false },
  };
}

/** Whether an entry is a CORS-preflight request. */
function isPreflight(entry: HarEntry): boolean {
  return entry.method === 'OPTIONS' && methodAsked(entry) !== null;
}

function methodAsked({ requestHeaders }: HarEntry): string | null {
  return requestHeaders && getHeader(requestHeaders, 'Access-Control-Request-Method');
}

import { until } from '../../src/cli/browsers/until';
import type { Tab } from '../behaviour/pages';
import { normal } from './normal';
import type { Host, Site } from './site';
import type { WireEntry } from './wire';

/** What a case's page and the server recorded, without what differs from run to run. */
export interface Observed {
  /**
   * The page's results: what the library returned, which functions it patched, which errors were uncaught.
   */
  readonly page: unknown;
  /** Each request and message, in a fixed order. */
  readonly wire: readonly unknown[];
}

/** The result of a case's page. */
interface PageSays {
  readonly seen?: unknown;
  /** How many requests to expect, by the start of their path. */
  readonly awaits?: Readonly<Record<string, number>>;
  /** Whether the page must be left first. */
  readonly leaves?: boolean;
  /** Names whose values differ from run to run. */
  readonly ignores?: readonly string[];
  /** Names of query parameters that a request has by chance. */
  readonly mayLack?: readonly string[];
  /** The starts of paths whose bodies and number differ from run to run. */
  readonly varies?: readonly string[];
}

/** How to run a case. */
export interface Run {
  readonly site: Site;
  readonly tab: Tab;
  readonly host: Host;
  /** Whether the browser caches the case's script. */
  readonly isCached?: boolean;
  /** How long to wait for expected requests. */
  readonly patienceMs?: number;
}

/** Runs a library's case in a tab. Requests that do not arrive in time are missing in the result. */
export async function observe(library: string, run: Run): Promise<Observed> {
  const { site, tab, host, isCached = false, patienceMs = 15_000 } = run;
  await tab.front();
  await tab.goto(site.page(library, host, isCached));
  const {
    awaits = {},
    leaves = false,
    ignores = [],
    mayLack = [],
    varies = [],
    ...page
  } = await tab.evaluate<PageSays>('observed()');
  if (leaves) await tab.goto(site.blank(library, host));

  let wire: readonly WireEntry[] = [];
  const hasAll = async () => {
    wire = await site.wire(library, host);
    return Object.entries(awaits).every(
      ([path, count]) =>
        wire.filter((entry) => entry.method !== 'OPTIONS' && entry.path.startsWith(path)).length >= count,
    );
  };
  await until(`what ${library} reports`, hasAll, patienceMs).catch(() => {});

  const ignored = new Set(ignores);
  const lacking = (path: string) =>
    path.replace(/&([^=&#]+)=[^&#]*/g, (parameter, name: string) =>
      mayLack.includes(name) ? '' : parameter,
    );
  const entries = wire.map(({ method, path, headers, body }) => ({
    request: `${method} ${normal(lacking(path), ignored)}`,
    headers: headers.map(
      ([name, value]) => `${name}: ${ignored.has(name) ? '<ignored>' : normal(value, ignored)}`,
    ),
    body: varies.some((start) => path.startsWith(start)) ? '<varies>' : normal(body, ignored),
  }));
  return { page: normal(page, ignored), wire: inOneOrder(entries) };
}

/**
 * Sorts entries, because simultaneous requests arrive in any order, and keeps one of equal entries that vary.
 */
function inOneOrder(entries: readonly { readonly body: unknown }[]): readonly unknown[] {
  const texts = entries.map((entry) => [JSON.stringify(entry), entry] as const);
  texts.sort(([first], [second]) => (first < second ? -1 : 1));
  const isNew = ([text]: (typeof texts)[number], index: number) => text !== texts[index - 1]?.[0];
  return texts
    .filter((pair, index) => pair[1].body !== '<varies>' || isNew(pair, index))
    .map(([, entry]) => entry);
}

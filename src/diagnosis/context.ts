import { type OpenerDetails, openerDetailsOf } from '../channels/opener-details';
import { type BrowserName, getHeader, type HeaderList, type LocatedFinding } from '../engine';
import type { Verdict } from '../exchange/verdict/verdict';
import { type ExchangeFacts, type HopFacts, statusOf } from '../protocol/facts';
import type { PageEventFacts } from '../protocol/page-events';
import { type FrameIndex, openFrameIndex } from './frame-index';

/** An exchange with its verdict. */
export interface Judged {
  readonly facts: ExchangeFacts;
  readonly verdict: Verdict;
}

/** One response, of a request or of its preflight. */
export interface Answer {
  readonly exchange: string;
  readonly hop: number;
  readonly request: HopFacts;
  readonly status: number;
  /** null if the browser showed only its status. */
  readonly headers: HeaderList | null;
}

/** What a cause can compare: the request that failed, and what else was recorded. */
export interface DiagnosisContext {
  readonly subject: Judged;
  /** The error that the browser acts on; null if the request passed, or if several errors are possible. */
  readonly finding: LocatedFinding | null;
  /** The response that the finding is about; null if none was seen. */
  readonly answer: Answer | null;
  /** Whether that is the response to a preflight. */
  readonly isPreflight: boolean;
  /**
   * Other requests and preflights of the same host, the nearest in time first; some only if there are many. They are
   * found when they are read, so read them last.
   */
  readonly siblings: readonly Judged[];
  /** Those of them with a response that has Access-Control-Allow-Origin. */
  readonly siblingsWithCors: readonly Judged[];
  /** The exchange that loaded the document that made the request; null if it was not recorded. */
  readonly document: ExchangeFacts | null;
  /** How the window of a document in an opened tab lost or kept its opener; null for other requests. */
  readonly opener: OpenerDetails | null;
  readonly frames: FrameIndex;
  lookup(id: string): ExchangeFacts | undefined;
}

/** The recording that causes are looked for in. */
export interface DiagnosableRecording {
  /** Needed only for the windows that a page opened. */
  readonly browser?: BrowserName;
  /** All exchanges, in order of start. */
  readonly exchanges: readonly ExchangeFacts[];
  /** All page events. */
  readonly pageEvents?: readonly PageEventFacts[];
  lookup(id: string): ExchangeFacts | undefined;
  verdictOf(facts: ExchangeFacts): Verdict;
}

/** How many siblings before a request, and how many after it, are compared. */
const siblingsEachWay = 50;

/** Returns a function that makes the context of an exchange. */
export function openContexts({
  browser,
  exchanges,
  pageEvents = [],
  lookup,
  verdictOf,
}: DiagnosableRecording): (facts: ExchangeFacts) => DiagnosisContext {
  let byHost: ReadonlyMap<string, readonly Judged[]> | null = null;
  let allWithCors: ReadonlySet<Judged> | null = null;
  const frames = openFrameIndex(exchanges, pageEvents);
  const judged = (facts: ExchangeFacts): Judged => ({
    facts,
    get verdict() {
      return verdictOf(facts);
    },
  });
  return (facts) => {
    const subject = judged(facts);
    const finding = actedOn(subject.verdict);
    const isPreflight = finding?.on === 'preflight';
    const hop = facts.hops[finding?.hop ?? facts.hops.length - 1];
    let siblings: readonly Judged[] | null = null;
    let withCors: readonly Judged[] | null = null;
    return {
      subject,
      finding,
      isPreflight,
      answer: hop ? answerOf(facts, hop, isPreflight, lookup) : null,
      get siblings() {
        byHost ??= groupedByHost(exchanges.map(judged));
        siblings ??= nearest(byHost.get(hostOf(hop?.url ?? '')) ?? [], facts);
        return siblings;
      },
      get siblingsWithCors() {
        const found = this.siblings;
        allWithCors ??= new Set([...(byHost?.values() ?? [])].flat().filter(hasCors));
        withCors ??= found.filter((sibling) => allWithCors?.has(sibling));
        return withCors;
      },
      get document() {
        return frames.documentOf(facts.tabId, facts.frameId, facts.startedAtMs);
      },
      get opener() {
        const isSeen = browser && facts.kind === 'document' && frames.eventsOf('opener').length > 0;
        return !isSeen ? null : openerDetailsOf(facts, exchanges, pageEvents, browser);
      },
      frames,
      lookup,
    };
  };
}

function hasCors({ facts: { hops } }: Judged): boolean {
  return hops.some(
    ({ response }) =>
      response !== null && getHeader(response.headerList, 'Access-Control-Allow-Origin') !== null,
  );
}

function actedOn({ findings, candidates }: Verdict): LocatedFinding | null {
  // The same code twice: only the browser's message for it is not certain.
  const isUncertain = new Set(candidates).size > 1;
  return isUncertain ? null : (findings.find(({ severity }) => severity === 'error') ?? null);
}

function answerOf(
  facts: ExchangeFacts,
  hop: HopFacts,
  isPreflight: boolean,
  lookup: DiagnosableRecording['lookup'],
): Answer | null {
  const preflight = isPreflight && hop.preflight !== null ? lookup(hop.preflight) : undefined;
  const asked = isPreflight ? preflight?.hops[0] : hop;
  const status = asked && statusOf(asked);
  if (!asked || status == null) return null;
  return {
    exchange: preflight?.id ?? facts.id,
    hop: preflight ? 0 : facts.hops.indexOf(hop),
    request: asked,
    status,
    headers: asked.response?.headerList ?? null,
  };
}

/** Returns the exchanges that the causes of a request compare with it, in order of start. */
export function siblingsOf(
  facts: ExchangeFacts,
  exchanges: readonly ExchangeFacts[],
): readonly ExchangeFacts[] {
  const byHost = groupedByHost(exchanges.map((other) => ({ facts: other })));
  const near = facts.hops.flatMap(({ url }) => nearest(byHost.get(hostOf(url)) ?? [], facts));
  const found = new Set(near.map((other) => other.facts));
  return exchanges.filter((other) => found.has(other));
}

/** An exchange, with what else is known of it. */
type WithFacts = Pick<Judged, 'facts'>;

function groupedByHost<Item extends WithFacts>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const byHost = new Map<string, Item[]>();
  for (const item of items) {
    for (const host of new Set(item.facts.hops.map(({ url }) => hostOf(url)))) {
      const group = byHost.get(host);
      if (group) group.push(item);
      else byHost.set(host, [item]);
    }
  }
  return byHost;
}

/** The host of a URL with its port, without parsing the rest of it; '' if it has none. */
function hostOf(url: string): string {
  const [, host = ''] = /^[a-z]+:\/\/(?:[^/?#]*@)?([^/?#]+)/i.exec(url) ?? [];
  return host;
}

/** Returns those around an exchange in a group that is in order of start, the nearest in time first. */
function nearest<Item extends WithFacts>(group: readonly Item[], around: ExchangeFacts): readonly Item[] {
  const found: Item[] = [];
  const start = firstAfter(group, around.startedAtMs);
  let [before, after] = [start - 1, start];
  const [first, last] = [
    Math.max(0, start - siblingsEachWay),
    Math.min(group.length, start + siblingsEachWay),
  ];
  const distance = (index: number) =>
    Math.abs((group[index]?.facts.startedAtMs ?? Number.POSITIVE_INFINITY) - around.startedAtMs);
  while (before >= first || after < last) {
    const isBefore = after >= last || (before >= first && distance(before) <= distance(after));
    const next = group[isBefore ? before-- : after++];
    if (next && next.facts.id !== around.id) found.push(next);
  }
  return found;
}

/** The index of the first exchange that started after a time. */
function firstAfter(group: readonly WithFacts[], atMs: number): number {
  let [from, to] = [0, group.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((group[middle]?.facts.startedAtMs ?? 0) <= atMs) from = middle + 1;
    else to = middle;
  }
  return from;
}

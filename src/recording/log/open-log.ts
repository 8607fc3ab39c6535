import { withoutFragment } from '../../exchange/facts/request-url';
import { classified } from '../../exchange/verdict/classify';
import type { ExchangeFacts } from '../../protocol/facts';
import type { ClassifiedExchange, ToWatcher } from '../../protocol/messages';
import type { PageHint, PageReport } from '../../protocol/page-hints';
import { parsePageHints } from '../../protocol/parse-page-hints';
import { openFrames } from '../frames';
import { policiesAt } from '../loaded-document';
import { openAlarm } from './alarm';
import { type Entry, openEntries } from './entries';
import { openHints } from './hints';
import { openJudgements } from './judgements';
import { openLoads } from './loads';
import { type Log, noRecording, type Page } from './log';
import { withLosses } from './losses';
import { openPageEvents } from './page-events-log';
import { isOfPage, isOwnDocument, isRecorded } from './recorded';

interface LogOptions {
  /** The recorded tab. Documents of tabs that it opened are not its own. */
  readonly tabId?: number;
  readonly nowMs?: () => number;
  readonly later?: (run: () => void, ms: number) => void;
  readonly maxEntries?: number;
  readonly maxPageEvents?: number;
}

/** Opens an empty log. The options except `tabId` are for tests. */
export function openLog(options: LogOptions = {}): Log {
  const { nowMs = Date.now, later = setTimeout } = options;
  const kept = openEntries(options.maxEntries);
  const startedBefore = new Set<string>();
  /** Ids that were removed with the previous page, so that late facts about them are ignored. */
  const left = new Set<string>();
  const listeners = new Set<() => void>();
  let remembered = 0;
  let preserve = false;
  let changedAtMs = 0;
  let committedAtMs = 0;
  let resumedAtMs = 0;
  /** The earliest possible start of the current document's request; null once it is known. */
  let documentSinceMs: number | null = null;
  let recording = noRecording;
  /** Messages from before the browser is known, because nothing can be judged without its rules. */
  const early: ToWatcher[] = [];
  /** The top document whose calls are observed. */
  let hintedDocument: string | null = null;
  const frames = openFrames();
  let page: Page = { url: '', title: null, frames: frames.all };

  const loads = openLoads({ entries: () => kept.all, verdict: (id) => log.verdict(id) });
  const changed = () => {
    loads.changed();
    changedAtMs = nowMs();
    for (const listener of listeners) listener();
  };
  const lookup = (id: string) => kept.get(id)?.facts;
  const hints = openHints(
    () => frames.all,
    ({ frame: { frameId, origin }, atMs }) => {
      const exchanges = kept.all.map(({ facts }) => facts);
      const { browser } = recording;
      return browser && policiesAt({ frameId, origin, atMs }, exchanges, frames.all, browser.name);
    },
  );
  const pageEvents = openPageEvents(options.maxPageEvents);
  const wakeAt = openAlarm(nowMs, later, () => {
    joinHints();
    changed();
  });
  const judged = openJudgements(lookup);

  function keep(exchange: ClassifiedExchange): void {
    const { facts } = exchange;
    const { id, startedAtMs } = facts;
    if (left.has(id)) return;
    const known = lookup(id);
    if (!known && startedAtMs < resumedAtMs) return;
    if (!known && startedAtMs < recording.sinceMs) {
      if (!isLateDocument(facts)) {
        startedBefore.add(id);
        return;
      }
      startedBefore.delete(id);
      documentSinceMs = null;
      loads.move(startedAtMs);
      recording = { ...recording, sinceMs: startedAtMs };
    }
    frames.note(facts);
    if (facts.requestId !== '') hints.see(facts);
    const page = hints.reportOf(id);
    kept.put(page ? withPageReport(facts, page) : exchange);
  }

  /** Returns an exchange with the page's report, judged again. */
  function withPageReport(facts: ExchangeFacts, page: PageReport | null): Entry {
    const joined = { ...facts, page };
    const verdict = log.judge(joined);
    if (!verdict) throw new Error(`recording: no browser is known for "${facts.id}"`);
    return classified(joined, verdict);
  }

  /** Joins the page's reports with the requests, and sets the alarm for calls without a request yet. */
  function joinHints(): void {
    const { reports, rows, gone } = hints.settle(nowMs());
    for (const [id, report] of reports) {
      const entry = kept.get(id);
      if (entry) kept.put(withPageReport(entry.facts, report));
    }
    forget(gone.flatMap((id) => kept.get(id) ?? []));
    for (const row of rows) {
      // A service worker can answer for the document itself, unless its request was observed.
      if (row.kind !== 'document' || lookup(row.id) || isLateDocument(row))
        keep(withPageReport(row, row.page));
    }
    wakeAt(hints.dueAtMs);
  }

  const isLateDocument = (facts: ExchangeFacts) =>
    isOwnDocument(facts, options.tabId) && isOfPage(facts, page.url, documentSinceMs);

  /** Forgets the entries above the limit. */
  function bound(): void {
    const going = kept.excess();
    forget(going);
    recording = { ...recording, dropped: recording.dropped + going.length };
  }

  function forget(going: readonly Entry[]): void {
    if (going.length === 0) return;
    const ids = going.map(({ facts }) => facts.id);
    kept.remove(ids);
    hints.forget(ids);
  }

  const isWanted = (hint: PageHint) => isRecorded(hint, recording, Math.max(recording.sinceMs, resumedAtMs));

  /** Starts a new page and forgets what belongs to the previous one, unless the log is preserved. */
  function navigated(url: string, documentId: string | null, atMs: number): void {
    const isReload = withoutFragment(page.url) === withoutFragment(url);
    recording = { ...recording, sawNavigation: recording.sinceMs > 0 };
    page = { ...page, url, title: null };
    // A page from the back/forward cache makes no request; the last navigation belongs to the previous page.
    const navigation = kept.all.findLast(
      ({ facts }) =>
        isOwnDocument(facts, options.tabId) && facts.startedAtMs > committedAtMs && facts.startedAtMs <= atMs,
    );
    const cutMs = navigation?.facts.startedAtMs ?? atMs;
    documentSinceMs = navigation ? null : Math.max(committedAtMs, recording.sinceMs);
    committedAtMs = atMs;
    loads.begin(cutMs, isReload);
    if (preserve) return;
    pageEvents.cut(atMs, documentId);
    const going = kept.all.filter(({ facts }) => facts.startedAtMs < cutMs);
    left.clear();
    for (const { facts } of going) left.add(facts.id);
    forget(going);
    hints.cut(cutMs);
    recording = { ...recording, sinceMs: Math.max(recording.sinceMs, cutMs) };
    startedBefore.clear();
    remembered = 0;
  }

  const log: Log = {
    get recording() {
      return {
        ...recording,
        startedBefore: remembered + startedBefore.size,
        droppedPageEvents: pageEvents.dropped,
        hints: frames.all.some((frame) => frame.frameId === 0 && (frame.documentId ?? '') === hintedDocument),
      };
    },
    get page() {
      if (page.frames !== frames.all) page = { ...page, frames: frames.all };
      return page;
    },
    get entries() {
      return kept.all;
    },
    get pageEvents() {
      return pageEvents.all;
    },
    get preserve() {
      return preserve;
    },
    get awaited() {
      return hints.awaited;
    },
    get changedAtMs() {
      return changedAtMs;
    },
    get: (id) => kept.get(id),

    verdict(id) {
      const facts = lookup(id);
      return (facts && log.judge(facts)) ?? undefined;
    },
    judge: (facts) => recording.browser && judged(facts, recording.browser.name),

    sinceReload: loads.sinceReload,

    receive(message) {
      if (recording.browser === null && message.type !== 'watching') {
        early.push(message);
        return;
      }
      switch (message.type) {
        case 'watching': {
          const { browser, hostPermission, sinceMs, isPrivate } = message;
          const isFirst = recording.browser === null;
          recording = { ...recording, browser, hostPermission, isPrivate };
          if (isFirst) recording = { ...recording, sinceMs };
          for (const earlier of early.splice(0)) log.receive(earlier);
          break;
        }
        case 'earlier':
          if (!recording.sawNavigation) remembered = message.count;
          break;
        case 'exchanges':
          for (const exchange of message.exchanges) keep(exchange);
          joinHints();
          bound();
          break;
        case 'retracted':
          forget(message.ids.flatMap((id) => kept.get(id) ?? []));
          break;
        case 'page-hints':
          if (message.frame.frameId === 0 && message.withCalls !== null) {
            const { documentId } = message.frame;
            if (message.withCalls) hintedDocument = documentId;
            else if (hintedDocument === documentId) hintedDocument = null;
          }
          recording = { ...recording, droppedHints: recording.droppedHints + message.dropped };
          hints.take(parsePageHints(message.hints, message.frame).filter(isWanted), nowMs());
          joinHints();
          bound();
          break;
        case 'page-events':
          pageEvents.keep(message.pageEvents.filter(({ atMs }) => atMs >= resumedAtMs));
          break;
        case 'started-before':
          for (const id of message.ids) startedBefore.add(id);
          break;
        case 'lost':
        case 'withheld':
          recording = withLosses(recording, message);
          break;
        case 'frames': {
          const [top] = message.frames.filter(({ frameId }) => frameId === 0);
          frames.set(message.frames);
          page = { url: top?.url ?? page.url, title: message.title, frames: frames.all };
          hints.refile();
          joinHints();
          break;
        }
        case 'navigated':
          navigated(message.url, message.documentId, message.atMs);
          break;
        case 'permission':
          recording = { ...recording, hostPermission: message.hostPermission };
          break;
        case 'gone':
          recording = { ...recording, gone: true };
          break;
      }
      changed();
    },
    noteStop() {
      recording = { ...recording, stops: recording.stops + 1 };
      changed();
    },
    noteResumed() {
      resumedAtMs = nowMs();
    },
    noteCutOff() {
      recording = { ...recording, cutOff: true };
      changed();
    },
    setPreserve(value) {
      preserve = value;
      changed();
    },
    clear() {
      forget(kept.all);
      hints.cut(nowMs());
      pageEvents.clear(nowMs());
      startedBefore.clear();
      remembered = 0;
      const sinceMs = recording.sinceMs > 0 ? nowMs() : 0;
      recording = { ...recording, dropped: 0, droppedHints: 0, droppedWorkerRequests: 0, sinceMs };
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return log;
}

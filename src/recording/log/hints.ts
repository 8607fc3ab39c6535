import { isNavigation, joinAnswers } from '../../exchange/calls/join-answers';
import { isOfCall, joinHints } from '../../exchange/calls/join-hints';
import { answered, neverSeen } from '../../exchange/calls/never-seen';
import { promptMs } from '../../exchange/calls/reported-call';
import { violationsOf } from '../../exchange/calls/violations';
import type { ExchangeFacts } from '../../protocol/facts';
import type { AskedWorker, HeardCall, PageCall, PageHint, PageWord } from '../../protocol/page-hints';
import { type Kept, type KeptAsked, keyOf, openPlaces, type Place } from './hint-places';

/** The changes that joining made since it last ran. */
export interface Heard {
  /** The page's new report on each exchange, by the exchange's id; null if it has none any more. */
  readonly words: ReadonlyMap<string, PageWord | null>;
  /** Calls without a request and answers of a service worker, as exchanges of their own. */
  readonly rows: readonly ExchangeFacts[];
  /** Ids of such exchanges whose request was found after all. */
  readonly gone: readonly string[];
}

/** The reports of a tab's documents about their requests, joined with the requests as they arrive. */
export interface Hints {
  /** Calls and answers that may still get a request or become a row of their own. */
  readonly awaited: readonly Pick<PageCall, 'method' | 'url'>[];
  /** When the first of them becomes a row; null if there are none. */
  readonly dueAtMs: number | null;
  take(hints: readonly PageHint[], nowMs: number): void;
  see(facts: ExchangeFacts): void;
  wordOf(id: string): PageWord | null;
  settle(nowMs: number): Heard;
  /** Call this when the frames change, because requests may then be reported under other documents. */
  refile(): void;
  /** Forgets exchanges. */
  forget(ids: Iterable<string>): void;
  /** Forgets everything before that time. */
  cut(atMs: number): void;
}

/** How long after the hint of a call its request may still arrive. */
const arrivalMs = 250;
/** How long calls are kept; a call that is still open is kept longer. */
const keptMs = 120_000;
const maxEndings = 10_000;
/** How many calls become rows at once. Each is judged, and the panel must stay responsive. */
const maxDue = 100;

type Ending = Partial<Pick<HeardCall, 'end' | 'threw'>>;

/**
 * Opens an empty list of hints. `reportedUnder` returns the document under which a document's requests are
 * reported.
 */
export function openHints(reportedUnder: (documentId: string) => string): Hints {
  const places = openPlaces(reportedUnder);
  const words = new Map<string, PageWord>();
  const rows = new Map<string, ExchangeFacts>();
  const awaited = new Map<string, Kept>();
  const awaitedAnswers = new Map<string, KeptAsked>();
  /** The ends of calls that were not reported yet. */
  const endings = new Map<string, Ending>();
  let lastAsked = 0;
  let sweptAtMs = 0;

  function note(key: string, ending: Ending): void {
    const kept = places.call(key);
    if (kept) places.fileCall(key, { ...kept, heard: { ...kept.heard, ...ending } });
    else if (endings.size < maxEndings) endings.set(key, { ...endings.get(key), ...ending });
  }

  function takeOne(hint: PageHint, nowMs: number): void {
    switch (hint.type) {
      case 'call': {
        const key = keyOf(hint, hint.id);
        const heard: HeardCall = { call: hint, end: null, threw: null, ...endings.get(key) };
        endings.delete(key);
        // The first report counts: a second one under the same id is forged.
        if (places.call(key)) return;
        places.fileCall(key, { heard, dueAtMs: Math.max(hint.atMs + promptMs, nowMs + arrivalMs) });
        break;
      }
      case 'ended':
        note(keyOf(hint, hint.call), { end: hint.how });
        break;
      case 'threw':
        note(keyOf(hint, hint.call), { threw: hint.errorName });
        break;
      case 'asked-worker': {
        // The document around a frame requests the frame's content and reports the answer, too.
        if (isNavigation(hint) && hint.frame.frameId !== 0) return;
        const kept = { asked: hint, dueAtMs: nowMs + arrivalMs };
        const key = keyOf(hint, `worker ${++lastAsked}`);
        awaitedAnswers.set(key, kept);
        places.fileAsked(key, kept);
        break;
      }
      default:
        places.fileViolation(hint);
    }
  }

  /** Sets the row of a key; null removes it. */
  function show(key: string, row: ExchangeFacts | null, into: Settled): void {
    const before = rows.get(key) ?? null;
    if (row === before || JSON.stringify(row) === JSON.stringify(before)) return;
    if (row) {
      rows.set(key, row);
      into.rows.push(row);
    } else if (before) {
      rows.delete(key);
      into.gone.push(before.id);
    }
  }

  function settlePlace(place: Place, nowMs: number, into: Settled): void {
    const { calls, exchanges, violations } = place;
    const heard = [...calls.values()].map((kept) => kept.heard);
    const { byExchange, alone } = joinHints(heard, [...exchanges.values()]);
    for (const [id, facts] of exchanges) {
      const { call = null, possible = [] } = byExchange.get(id) ?? {};
      const matching = violations.length > 0 && isOfCall(facts) ? violationsOf(facts, violations) : [];
      const isSilent = call === null && possible.length === 0 && matching.length === 0;
      const word = isSilent ? null : { call, possible, violations: matching };
      if (isSameWord(word, words.get(id) ?? null)) continue;
      if (word) words.set(id, word);
      else words.delete(id);
      into.words.set(id, word);
    }
    const answers = settleAnswers(place, alone, nowMs, into);
    const isAlone = new Set(alone);
    for (const [key, kept] of calls) {
      const waits = isAlone.has(kept.heard);
      const answer = answers.get(kept.heard);
      if (waits && !answer && kept.dueAtMs > nowMs) awaited.set(key, kept);
      else awaited.delete(key);
      const unanswered = waits && kept.dueAtMs <= nowMs ? neverSeen(kept.heard, violations) : null;
      show(key, answer ? answered(key, answer, kept.heard) : unanswered, into);
    }
  }

  /**
   * Returns the answers of service workers by the call they belong to; an answer without a call gets a row of
   * its own.
   */
  function settleAnswers(
    { asked, exchanges }: Place,
    alone: readonly HeardCall[],
    nowMs: number,
    into: Settled,
  ): ReadonlyMap<HeardCall, AskedWorker> {
    const byCall = new Map<HeardCall, AskedWorker>();
    const due = [...asked.values()].filter(({ dueAtMs }) => dueAtMs <= nowMs).map((kept) => kept.asked);
    const answers = joinAnswers(due, [...exchanges.values()], alone);
    for (const [key, { asked: question }] of asked) {
      const call = answers.get(question);
      if (call) byCall.set(call, question);
      show(key, call === null ? answered(key, question, null) : null, into);
    }
    return byCall;
  }

  /** Whether a place is complete, so that it can be forgotten. */
  function isOver({ calls, exchanges, asked }: Place, nowMs: number): boolean {
    if ([...asked.values()].some(({ dueAtMs }) => dueAtMs > nowMs - keptMs)) return false;
    const isCallOpen = ({ heard: { call, end }, dueAtMs }: Kept) =>
      dueAtMs > nowMs - keptMs || (end === null && /^(xhr|event-source)$/.test(call.api));
    const isOpen = ({ end }: ExchangeFacts) => end === null || end.atMs > nowMs - keptMs;
    return ![...calls.values()].some(isCallOpen) && ![...exchanges.values()].some(isOpen);
  }

  return {
    get awaited() {
      const answers = [...awaitedAnswers.values()].map(({ asked: { url } }) => ({ method: null, url }));
      return [...[...awaited.values()].map(({ heard }) => heard.call), ...answers];
    },
    get dueAtMs() {
      let first: number | null = null;
      for (const { dueAtMs } of [...awaited.values(), ...awaitedAnswers.values()])
        first = Math.min(dueAtMs, first ?? dueAtMs);
      return first;
    },
    take(hints, nowMs) {
      for (const hint of hints) takeOne(hint, nowMs);
    },
    see: places.fileExchange,
    wordOf: (id) => words.get(id) ?? null,
    settle(nowMs) {
      const into: Settled = { words: new Map(), rows: [], gone: [] };
      const due = [...awaited].filter(([, { dueAtMs }]) => dueAtMs <= nowMs);
      for (const [key, kept] of due.slice(0, maxDue)) places.fileCall(key, kept);
      for (const [key, { dueAtMs }] of awaitedAnswers) {
        if (dueAtMs > nowMs) continue;
        awaitedAnswers.delete(key);
        const kept = places.asked(key);
        if (kept) places.fileAsked(key, kept);
      }
      for (const place of places.changed) settlePlace(place, nowMs, into);
      places.changed.clear();
      if (nowMs - sweptAtMs > keptMs) {
        sweptAtMs = nowMs;
        places.drop((place) => isOver(place, nowMs));
      }
      return into;
    },
    refile: places.refile,
    forget(ids) {
      for (const id of ids) {
        words.delete(id);
        places.forgetExchange(id);
      }
    },
    cut(atMs) {
      endings.clear();
      for (const [key, { heard }] of awaited) if (heard.call.atMs < atMs) awaited.delete(key);
      for (const [key, { asked }] of awaitedAnswers) if (asked.startedAtMs < atMs) awaitedAnswers.delete(key);
      for (const [key, { startedAtMs }] of rows) if (startedAtMs < atMs) rows.delete(key);
      places.cut(atMs);
    },
  };
}

interface Settled extends Heard {
  readonly words: Map<string, PageWord | null>;
  readonly rows: ExchangeFacts[];
  readonly gone: string[];
}

/** Compares contents, because each batch rebuilds the reports of its places and few of them change. */
function isSameWord(a: PageWord | null, b: PageWord | null): boolean {
  if (!a || !b) return a === b;
  return (
    isSameHeard(a.call, b.call) && areSame(a.possible, b.possible) && areSame(a.violations, b.violations)
  );
}

function isSameHeard(a: HeardCall | null, b: HeardCall | null): boolean {
  if (!a || !b) return a === b;
  return a.end === b.end && a.threw === b.threw && isSameCall(a.call, b.call);
}

/**
 * A call never changes after its first report, except that its call site is dropped if several calls are
 * alike.
 */
function isSameCall(a: PageCall, b: PageCall): boolean {
  return a === b || (keyOf(a, a.id) === keyOf(b, b.id) && a.callSite === b.callSite);
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

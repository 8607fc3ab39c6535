import { isNavigation, joinAnswers } from '../../exchange/calls/join-answers';
import { isOfCall, joinHints } from '../../exchange/calls/join-hints';
import { promptMs } from '../../exchange/calls/reported-call';
import { factsOfUnsentCall, factsOfWorkerAnswer } from '../../exchange/calls/unsent-call';
import { violationsOf } from '../../exchange/calls/violations';
import type { DocumentPolicies, ExchangeFacts, FrameFacts } from '../../protocol/facts';
import type { PageCall, PageHint, PageReport, ReportedCall, WorkerTiming } from '../../protocol/page-hints';
import { type FiledCall, type FiledTiming, type JoinGroup, keyOf, openJoinGroups } from './join-groups';
import { openViolationRows } from './violation-rows';

/** The changes that joining made since it last ran. */
export interface JoinChanges {
  /** The page's new report on each exchange, by the exchange's id; null if it has none any more. */
  readonly reports: ReadonlyMap<string, PageReport | null>;
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
  reportOf(id: string): PageReport | null;
  settle(nowMs: number): JoinChanges;
  /** Call this when the frames change, because requests may then be reported under other documents. */
  refile(): void;
  /** Forgets exchanges. */
  forget(ids: Iterable<string>): void;
  /** Forgets everything before that time. */
  cut(atMs: number): void;
}

/** How long after the hint of a call its request can still arrive, in milliseconds. */
const arrivalMs = 250;
/** How long calls are kept, in milliseconds. An open call is kept longer. */
const keptMs = 120_000;
const maxEndings = 10_000;
/** How many calls become rows at once. Each is judged, and the panel must stay responsive. */
const maxDue = 100;

type Ending = Partial<Pick<ReportedCall, 'end' | 'threw'>>;

/**
 * Opens an empty list of hints. `frames` returns the current frames of the tab; `policiesOf` what decides about the
 * connections of a call's document.
 */
export function openHints(
  frames: () => readonly FrameFacts[],
  policiesOf: (call: PageCall) => DocumentPolicies | null = () => null,
): Hints {
  const groups = openJoinGroups(frames);
  const reports = new Map<string, PageReport>();
  const rows = new Map<string, ExchangeFacts>();
  const awaited = new Map<string, FiledCall>();
  const awaitedAnswers = new Map<string, FiledTiming>();
  const violationRows = openViolationRows(groups);
  /** The ends of calls that were not reported yet. */
  const endings = new Map<string, Ending>();
  let lastTiming = 0;
  let sweptAtMs = 0;

  function note(key: string, ending: Ending): void {
    const kept = groups.call(key);
    if (kept) groups.fileCall(key, { ...kept, reported: { ...kept.reported, ...ending } });
    else if (endings.size < maxEndings) endings.set(key, { ...endings.get(key), ...ending });
  }

  function takeOne(hint: PageHint, nowMs: number): void {
    switch (hint.type) {
      case 'call': {
        const key = keyOf(hint, hint.id);
        const reported: ReportedCall = { call: hint, end: null, threw: null, ...endings.get(key) };
        endings.delete(key);
        // The first report counts: a second one under the same id is forged.
        if (groups.call(key)) return;
        groups.fileCall(key, { reported, dueAtMs: Math.max(hint.atMs + promptMs, nowMs + arrivalMs) });
        break;
      }
      case 'ended':
        note(keyOf(hint, hint.call), { end: hint.how });
        break;
      case 'threw':
        note(keyOf(hint, hint.call), { threw: hint.errorName });
        break;
      case 'worker-timing': {
        // The document around a frame requests the frame's content and reports the answer, too.
        if (isNavigation(hint) && hint.frame.frameId !== 0) return;
        const kept = { timing: hint, dueAtMs: nowMs + arrivalMs };
        const key = keyOf(hint, `worker ${++lastTiming}`);
        awaitedAnswers.set(key, kept);
        groups.fileTiming(key, kept);
        break;
      }
      default:
        groups.fileViolation(hint);
        violationRows.take(hint, nowMs + arrivalMs);
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

  function settleGroup(group: JoinGroup, nowMs: number, into: Settled): void {
    const { calls, exchanges, violations } = group;
    const reported = [...calls.values()].map((kept) => kept.reported);
    const { byExchange, alone } = joinHints(reported, [...exchanges.values()]);
    for (const [id, facts] of exchanges) {
      const { call = null, possible = [], isOneOfThem = false } = byExchange.get(id) ?? {};
      const matching = violations.length > 0 && isOfCall(facts) ? violationsOf(facts, violations) : [];
      const isSilent = call === null && possible.length === 0 && matching.length === 0;
      const report = isSilent ? null : { call, possible, isOneOfThem, violations: matching };
      if (isSameReport(report, reports.get(id) ?? null)) continue;
      if (report) reports.set(id, report);
      else reports.delete(id);
      into.reports.set(id, report);
    }
    const answers = settleAnswers(group, alone, nowMs, into);
    const isAlone = new Set(alone);
    for (const [key, kept] of calls) {
      const waits = isAlone.has(kept.reported);
      const answer = answers.get(kept.reported);
      if (waits && !answer && kept.dueAtMs > nowMs) awaited.set(key, kept);
      else awaited.delete(key);
      const isDue = waits && kept.dueAtMs <= nowMs;
      const unanswered = isDue
        ? factsOfUnsentCall(kept.reported, violations, exchanges.size > 0, policiesOf)
        : null;
      show(key, answer ? factsOfWorkerAnswer(key, answer, kept.reported) : unanswered, into);
    }
    for (const [id, row] of violationRows.rowsOf(group)) show(id, row, into);
  }

  /**
   * Returns the answers of service workers by the call they belong to; an answer without a call gets a row of
   * its own.
   */
  function settleAnswers(
    { timings, exchanges }: JoinGroup,
    alone: readonly ReportedCall[],
    nowMs: number,
    into: Settled,
  ): ReadonlyMap<ReportedCall, WorkerTiming> {
    const byCall = new Map<ReportedCall, WorkerTiming>();
    const due = [...timings.values()].filter(({ dueAtMs }) => dueAtMs <= nowMs).map((kept) => kept.timing);
    const answers = joinAnswers(due, [...exchanges.values()], alone);
    for (const [key, { timing }] of timings) {
      const call = answers.get(timing);
      if (call) byCall.set(call, timing);
      show(key, call === null ? factsOfWorkerAnswer(key, timing, null) : null, into);
    }
    return byCall;
  }

  /** Whether a group is complete, so that it can be forgotten. */
  function isOver({ calls, exchanges, timings }: JoinGroup, nowMs: number): boolean {
    if ([...timings.values()].some(({ dueAtMs }) => dueAtMs > nowMs - keptMs)) return false;
    const isCallOpen = ({ reported: { call, end }, dueAtMs }: FiledCall) =>
      dueAtMs > nowMs - keptMs || (end === null && /^(xhr|event-source)$/.test(call.api));
    const isOpen = ({ end }: ExchangeFacts) => end === null || end.atMs > nowMs - keptMs;
    return ![...calls.values()].some(isCallOpen) && ![...exchanges.values()].some(isOpen);
  }

  return {
    get awaited() {
      const answers = [...awaitedAnswers.values()].map(({ timing: { url } }) => ({ method: null, url }));
      const violations = [...violationRows.awaited.keys()].map(({ blockedUrl: url }) => ({
        method: null,
        url,
      }));
      return [...[...awaited.values()].map(({ reported }) => reported.call), ...answers, ...violations];
    },
    get dueAtMs() {
      let first: number | null = null;
      for (const { dueAtMs } of [...awaited.values(), ...awaitedAnswers.values()])
        first = Math.min(dueAtMs, first ?? dueAtMs);
      for (const dueAtMs of violationRows.awaited.values()) first = Math.min(dueAtMs, first ?? dueAtMs);
      return first;
    },
    take(hints, nowMs) {
      for (const hint of hints) takeOne(hint, nowMs);
    },
    see: groups.fileExchange,
    reportOf: (id) => reports.get(id) ?? null,
    settle(nowMs) {
      const into: Settled = { reports: new Map(), rows: [], gone: [] };
      const due = [...awaited].filter(([, { dueAtMs }]) => dueAtMs <= nowMs);
      for (const [key, kept] of due.slice(0, maxDue)) groups.fileCall(key, kept);
      violationRows.settle(nowMs);
      for (const [key, { dueAtMs }] of awaitedAnswers) {
        if (dueAtMs > nowMs) continue;
        awaitedAnswers.delete(key);
        const kept = groups.timing(key);
        if (kept) groups.fileTiming(key, kept);
      }
      for (const group of groups.changed) settleGroup(group, nowMs, into);
      groups.changed.clear();
      if (nowMs - sweptAtMs > keptMs) {
        sweptAtMs = nowMs;
        groups.drop((group) => isOver(group, nowMs));
        violationRows.cut(nowMs - keptMs);
      }
      return into;
    },
    refile: groups.refile,
    forget(ids) {
      for (const id of ids) {
        reports.delete(id);
        groups.forgetExchange(id);
      }
    },
    cut(atMs) {
      endings.clear();
      for (const [key, { reported }] of awaited) if (reported.call.atMs < atMs) awaited.delete(key);
      for (const [key, { timing }] of awaitedAnswers)
        if (timing.startedAtMs < atMs) awaitedAnswers.delete(key);
      for (const [key, { startedAtMs }] of rows) if (startedAtMs < atMs) rows.delete(key);
      violationRows.cut(atMs);
      groups.cut(atMs);
    },
  };
}

interface Settled extends JoinChanges {
  readonly reports: Map<string, PageReport | null>;
  readonly rows: ExchangeFacts[];
  readonly gone: string[];
}

/** Compares contents, because each batch rebuilds the reports of its groups and few of them change. */
function isSameReport(a: PageReport | null, b: PageReport | null): boolean {
  if (!a || !b) return a === b;
  return (
    isSameReportedCall(a.call, b.call) &&
    areSame(a.possible, b.possible) &&
    a.isOneOfThem === b.isOneOfThem &&
    areSame(a.violations, b.violations)
  );
}

function isSameReportedCall(a: ReportedCall | null, b: ReportedCall | null): boolean {
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
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

import type { Sites } from '../exchange/explained/cookie-context';
import { classified } from '../exchange/verdict/classify';
import type { Verdict } from '../exchange/verdict/verdict';
import type { ExchangeFacts } from '../protocol/facts';
import type { Entry } from '../recording/log/entries';
import { type Log, noRecording } from '../recording/log/log';
import { openVerdicts } from '../recording/requests/verdicts';
import type { FileRecording } from './file-recording';

/** How many exchanges are judged before other work gets its turn. */
const sliceLength = 500;

/** How a file is judged. */
export interface Judging {
  /** Is told how many exchanges were judged. */
  onJudged?(count: number): void;
  /** Stops the work, which then throws its reason. */
  readonly signal?: AbortSignal;
}

/** Returns a log with what a file contains. Nothing is added to it, and nothing leaves it. */
export async function openFileLog(
  file: FileRecording,
  sites: Sites,
  { onJudged, signal }: Judging = {},
): Promise<Log> {
  const browser = file.browser ?? { name: 'chrome', version: '' };
  const { exchanges, page, pageEvents, sinceReload } = file;
  const factsById = new Map(exchanges.map((facts) => [facts.id, facts]));
  const judge = openVerdicts({
    browser: browser.name,
    exchanges,
    frames: page.frames,
    sites,
    lookup: (id) => factsById.get(id),
  });
  const verdicts = new WeakMap<ExchangeFacts, Verdict>();
  const verdictOf = (facts: ExchangeFacts): Verdict => {
    const verdict = verdicts.get(facts) ?? judge(facts);
    verdicts.set(facts, verdict);
    return verdict;
  };
  const entries: Entry[] = [];
  for (const facts of exchanges) {
    entries.push(classified(facts, verdictOf(facts)));
    if (entries.length % sliceLength !== 0) continue;
    onJudged?.(entries.length);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  const byId = new Map(entries.map((entry) => [entry.facts.id, entry]));
  return {
    recording: {
      ...noRecording,
      browser,
      sinceMs: file.fromMs,
      sawNavigation: file.sawNavigation,
      hints: exchanges.some((facts) => facts.page !== null),
    },
    page,
    entries,
    pageEvents,
    preserve: true,
    awaited: [],
    changedAtMs: file.toMs,
    get: (id) => byId.get(id),
    verdict(id) {
      const facts = factsById.get(id);
      return facts && verdictOf(facts);
    },
    judge: verdictOf,
    sinceReload: (id) => sinceReload.get(id) ?? null,
    receive() {},
    noteStop() {},
    noteResumed() {},
    noteCutOff() {},
    setPreserve() {},
    clear() {},
    subscribe: () => () => {},
  };
}

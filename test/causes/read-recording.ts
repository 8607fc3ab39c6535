import { readFileSync } from 'node:fs';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { lastHop } from '../../src/exchange/facts/facts';
import { statusOf } from '../../src/protocol/facts';
import type { ToWatcher } from '../../src/protocol/messages';
import { parseToWatcher } from '../../src/protocol/parse-to-watcher';
import {
  type ExplainedRecording,
  type ExplainingContext,
  explainRecording,
} from '../../src/recording/explain-recording';
import type { Log } from '../../src/recording/log/log';
import { openLog } from '../../src/recording/log/open-log';
import type { Recorded } from '../../src/recording/redaction/recorded';
import type { Variant } from './case';
import type { CauseCode } from './codes';
import {
  type CauseRecording,
  type RecordingBrowser,
  recordingPath,
  type SummaryRow,
  storedTabId,
} from './recording';

/** A recording in a log, and what `explainRecording()` takes. */
export interface Replayed {
  readonly log: Log;
  readonly recorded: Recorded;
  readonly context: ExplainingContext;
}

/** Reads a recording of the corpus. */
export function readRecording(cause: CauseCode, variant: Variant, browser: RecordingBrowser): CauseRecording {
  return JSON.parse(readFileSync(recordingPath(cause, variant, browser), 'utf8'));
}

/** Fields of facts that are newer than most recordings. null: not seen. */
const newerFields = { documentPolicies: null } as const;

function withNewerFields(message: ToWatcher): unknown {
  if (message.type !== 'exchanges') return message;
  const exchanges = message.exchanges.map((exchange) => ({
    ...exchange,
    facts: { ...newerFields, ...exchange.facts },
  }));
  return { ...message, exchanges };
}

/** How long a call without a request waits for one at most, in milliseconds, and more. */
const afterwardsMs = 10_000;

/** Replays a recording into a log of its own, at the times at which its messages arrived. */
export function replay({ cause, browser, messages }: Omit<CauseRecording<string>, 'summary'>): Replayed {
  let nowMs = 0;
  let waiting: { readonly atMs: number; run(): void }[] = [];
  const log = openLog({
    tabId: storedTabId,
    nowMs: () => nowMs,
    later: (run, ms) => void waiting.push({ atMs: nowMs + ms, run }),
  });
  const advance = (toMs: number) => {
    for (;;) {
      const [next] = waiting.filter(({ atMs }) => atMs <= toMs).sort((a, b) => a.atMs - b.atMs);
      if (!next) break;
      waiting = waiting.filter((each) => each !== next);
      nowMs = Math.max(nowMs, next.atMs);
      next.run();
    }
    nowMs = Math.max(nowMs, toMs);
  };
  for (const [atMs, sent] of messages) {
    const message = parseToWatcher(withNewerFields(sent));
    if (!message) throw new Error(`causes: "${cause}" has a message that is not valid`);
    advance(atMs);
    log.receive(message);
  }
  advance(nowMs + afterwardsMs);
  return {
    log,
    recorded: {
      page: log.page,
      exchanges: log.entries.map(({ facts }) => facts),
      pageEvents: log.pageEvents,
      audit: null,
      stars: [],
      storedCookies: null,
    },
    context: {
      browser: browser.name,
      listening: { sawNavigation: log.recording.sawNavigation, pageWorld: true },
      sites: { relationOf, registrableDomain },
      sinceReload: log.sinceReload,
    },
  };
}

/** Replays and explains a recording. */
export function explained(recording: Omit<CauseRecording<string>, 'summary'>): ExplainedRecording {
  const { recorded, context } = replay(recording);
  return explainRecording(recorded, context);
}

/** Returns what a replay makes of a recording, to compare with what the panel made of it. */
export function replayedSummary(recording: Omit<CauseRecording<string>, 'summary'>): readonly SummaryRow[] {
  return explained(recording).exchanges.map(({ facts, verdict: { outcome, findings } }) => {
    const last = lastHop(facts);
    const codes = findings.map(({ code }) => code);
    return { method: last.method, url: last.url, outcome, status: statusOf(last), findings: codes };
  });
}

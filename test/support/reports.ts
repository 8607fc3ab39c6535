import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { auditListener } from '../../src/channels/audit-listener';
import type { BrowserName } from '../../src/engine';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { assemble, sweep } from '../../src/exchange/facts/assemble';
import { openAssembly } from '../../src/exchange/facts/assembly';
import type { Language } from '../../src/prose';
import type { StoredCookies } from '../../src/protocol/cookies';
import type { ExchangeFacts, FrameFacts } from '../../src/protocol/facts';
import type { PageEventFacts } from '../../src/protocol/page-events';
import type { FoundStar } from '../../src/reading/find-stars';
import { readListener } from '../../src/reading/read-listener';
import {
  type ExplainingContext,
  explainRecording,
  type Selection,
} from '../../src/recording/explain-recording';
import type { Recorded } from '../../src/recording/redaction/recorded';
import { redactRecording } from '../../src/recording/redaction/redact';
import type { Redaction } from '../../src/recording/redaction/rules';
import type { Report } from '../../src/report/model';
import { toReport } from '../../src/report/report';
import { wholeReport } from '../../src/report/whole-report';
import { parseRecordings, type Recording } from './recording';

/** The recordings of a browser. */
export function recordingsOf(browser: BrowserName): readonly Recording[] {
  const file = browser === 'chrome' ? 'chromium.txt' : 'firefox.txt';
  const url = new URL(`../fixtures/${file}`, import.meta.url);
  return parseRecordings(readFileSync(fileURLToPath(url), 'utf8'), browser);
}

/** What a report is made of beside its exchanges. */
export interface ReportPart {
  readonly browser?: BrowserName;
  readonly language?: Language;
  readonly url?: string;
  readonly title?: string;
  readonly frames?: readonly FrameFacts[];
  readonly pageEvents?: readonly PageEventFacts[];
  readonly stars?: readonly FoundStar[];
  readonly storedCookies?: StoredCookies | null;
  /** Nothing is left out unless it says so. */
  readonly redaction?: Redaction;
  /** All of it, unless it says so. */
  readonly selection?: Selection;
}

/** What the recordings of tests are explained with: a page that was loaded under observation. */
export function explainingContext(browser: BrowserName): ExplainingContext {
  return {
    browser,
    listening: { sawNavigation: true, pageWorld: true },
    sites: { relationOf, registrableDomain },
    sinceReload: () => null,
  };
}

/** The report of facts as a browser's rules judge them. */
export function reportOfFacts(exchanges: readonly ExchangeFacts[], part: ReportPart = {}): Report {
  const {
    browser = 'chrome',
    language = 'en',
    url = 'https://page.example/',
    title = 'A page',
    frames = [],
    pageEvents = [],
    stars = [],
    storedCookies = null,
    redaction = 'everything',
    selection = {},
  } = part;
  const recorded: Recorded = {
    page: { url, title, frames },
    exchanges,
    pageEvents,
    audit: (reported) => auditListener(reported, reported.text === null ? null : readListener(reported.text)),
    stars,
    storedCookies,
  };
  const left = redactRecording(recorded, redaction);
  const report = toReport({
    version: '0.0.0',
    language,
    browser: { name: browser, version: browser === 'chrome' ? '156.0' : '153.0' },
    redaction,
    recording: {
      sinceMs: 0,
      untilMs: 60_000,
      sawNavigation: true,
      hostPermission: true,
      dropped: 0,
      droppedPageEvents: 0,
      hints: true,
      droppedHints: 0,
      droppedWorkerRequests: 0,
      startedBefore: 0,
      stops: 0,
    },
    relationOf,
    page: left.page,
    allPageEvents: left.pageEvents,
    audit: left.audit,
    stars: left.stars,
    ...explainRecording(left, explainingContext(browser), selection),
  });
  return wholeReport(report);
}

/** The exchanges of a recording. */
export function exchangesOf({ events }: Recording): readonly ExchangeFacts[] {
  const assembly = openAssembly();
  for (const event of events) assemble(assembly, event);
  sweep(assembly, Math.max(...events.map(({ atMs }) => atMs)) + 2_000);
  return [...assembly.exchanges.values()];
}

/** The report of a recording. */
export function reportOfRecording(browser: BrowserName, recording: Recording, language: Language): Report {
  return reportOfFacts(exchangesOf(recording), { browser, language });
}

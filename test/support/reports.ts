import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { auditListener } from '../../src/channels/audit-listener';
import type { BrowserName } from '../../src/engine';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { assemble, openAssembly, sweep } from '../../src/exchange/assemble';
import { judge } from '../../src/exchange/judge';
import type { Language } from '../../src/prose';
import type { ExchangeFacts, FrameFacts } from '../../src/protocol/facts';
import type { PageEventFacts } from '../../src/protocol/page-events';
import type { FoundStar } from '../../src/reading/find-stars';
import { readListener } from '../../src/reading/read-listener';
import type { Report } from '../../src/report/model';
import { type SourceExchange, toReport } from '../../src/report/report';
import { parseRecordings, type Recording } from './recording';

/** The recordings of a browser. */
export function recordingsOf(browser: BrowserName): readonly Recording[] {
  const file = browser === 'chrome' ? 'chromium.txt' : 'firefox.txt';
  const url = new URL(`../fixtures/${file}`, import.meta.url);
  return parseRecordings(readFileSync(fileURLToPath(url), 'utf8'), browser);
}

/** The report of some exchanges, nothing redacted. */
export function reportOn(
  exchanges: readonly SourceExchange[],
  part: {
    browser?: BrowserName;
    language?: Language;
    url?: string;
    frames?: readonly FrameFacts[];
    pageEvents?: readonly PageEventFacts[];
    stars?: readonly FoundStar[];
  } = {},
): Report {
  const {
    browser = 'chrome',
    language = 'en',
    url = 'https://page.example/',
    frames = [],
    pageEvents = [],
    stars = [],
  } = part;
  return toReport({
    version: '0.0.0',
    language,
    browser: { name: browser, version: browser === 'chrome' ? '156.0' : '153.0' },
    page: { url, title: 'A page', frames },
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
      begunBefore: 0,
      stops: 0,
    },
    exchanges,
    pageEvents,
    audit: (heard) => auditListener(heard, heard.text === null ? null : readListener(heard.text)),
    stars,
    relationOf,
    registrableDomain,
    keptCookies: null,
  });
}

/** The report of facts as a browser's rules judge them. */
export function reportOfFacts(
  all: readonly ExchangeFacts[],
  part: Parameters<typeof reportOn>[1] = {},
): Report {
  const byId = new Map(all.map((facts) => [facts.id, facts]));
  const exchanges = all.map((facts) => ({
    facts,
    verdict: judge(facts, part.browser ?? 'chrome', (id) => byId.get(id)),
    sinceReload: null,
  }));
  return reportOn(exchanges, part);
}

/** The report of a recording. */
export function reportOfRecording(browser: BrowserName, { events }: Recording, language: Language): Report {
  const assembly = openAssembly();
  for (const event of events) assemble(assembly, event);
  sweep(assembly, Math.max(...events.map(({ atMs }) => atMs)) + 2_000);
  return reportOfFacts([...assembly.exchanges.values()], { browser, language });
}

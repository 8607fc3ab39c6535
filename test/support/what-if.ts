import type { LocatedFinding } from '../../src/engine';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { startOf } from '../../src/recording/what-if/start';
import { openWhatIf, type WhatIfRecording } from '../../src/recording/what-if/what-if';
import type { Report, ReportExchange } from '../../src/report/model';
import { rereadReport } from './compared-file';

/** A recording with nothing in it. */
export const nothingRecorded: WhatIfRecording = {
  exchanges: [],
  frames: [],
  pageEvents: [],
  sites: { relationOf, registrableDomain },
  verdictOf: () => {
    throw new Error('what-if: nothing was recorded');
  },
};

/** Returns how what-if over an exported exchange differs from the recorded verdict; null if it does not. */
export function whatIfDifference(report: Report, exchange: ReportExchange): string | null {
  const { findings, candidates, outcome, servedBy } = exchange;
  // What a service worker answers is not in the headers, and a request that runs has no verdict.
  if (servedBy === 'service-worker' || outcome === 'pending') return null;
  const { requests } = rereadReport(report);
  const compared = requests.find(({ id }) => id === exchange.id);
  if (!compared) return 'not in the report that was read';
  const start = startOf(compared, null);
  const { results, problems } = openWhatIf(start, nothingRecorded)(start.draft);
  const own = results.find(({ browser }) => browser === report.browser.name);
  if (!own) return `cannot be read: ${JSON.stringify(problems)}`;
  const { verdict } = own.explained;
  const code = errorCode(verdict.findings);
  const isOpen = candidates.length > 1 || outcome === 'unknown';
  const fits = isOpen ? candidates.includes(code) : code === errorCode(findings);
  // Several reasons fit what was recorded. If no header decides, the recorded outcome stands.
  if ((fits && (isOpen || verdict.outcome === outcome)) || (isOpen && own.isStanding)) return null;
  return `recorded ${outcome} ${candidates.join(' or ') || errorCode(findings)}, what-if ${verdict.outcome} ${code}`;
}

/** The code of the error that decided. */
export function errorCode(findings: readonly Pick<LocatedFinding, 'code' | 'severity'>[]) {
  return findings.find(({ severity }) => severity === 'error')?.code ?? 'none';
}

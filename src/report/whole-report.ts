import type { Report, StreamedReport } from './model';

/** Returns a report with all of its exchanges. */
export function wholeReport(report: StreamedReport): Report {
  return isWhole(report) ? report : { ...report, exchanges: [...report.exchanges] };
}

function isWhole(report: StreamedReport): report is Report {
  return Array.isArray(report.exchanges);
}

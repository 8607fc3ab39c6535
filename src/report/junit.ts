import { originOf } from '../engine';
import type { Report, ReportExchange } from './model';
import { escapeXml } from './xml';

/**
 * Returns a report as JUnit XML: each request is a test of its server. A blocked request is a failure, one that failed
 * for another reason an error, and one whose outcome is not known is skipped.
 */
export function junit({ exchanges, page, recorded }: Report): string {
  const requests = exchanges.filter(({ preflightFor }) => preflightFor === null);
  const count = (wanted: ReportExchange['outcome']) =>
    requests.filter(({ outcome }) => outcome === wanted).length;
  const totals = `tests="${requests.length}" failures="${count('blocked')}" errors="${count('failed')}" skipped="${count('unknown')}"`;
  const seconds = requests.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) / 1000;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="CORScope" ${totals} time="${seconds.toFixed(3)}">`,
    `  <testsuite name="${escapeXml(page.url)}" ${totals} time="${seconds.toFixed(3)}" timestamp="${escapeXml(recorded.from.slice(0, 19))}">`,
    ...requests.map(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(exchange: ReportExchange): string {
  const { method, url, durationMs } = exchange;
  const start = `    <testcase classname="${escapeXml(originOf(url))}" name="${escapeXml(`${method} ${url}`)}" time="${((durationMs ?? 0) / 1000).toFixed(3)}"`;
  const result = resultOf(exchange);
  return result === null ? `${start}/>` : `${start}>${result}</testcase>`;
}

function resultOf({ outcome, headline, findings, causes: [cause] }: ReportExchange): string | null {
  const [finding] = findings;
  const type = escapeXml(finding?.code ?? outcome);
  const body = escapeXml(
    [headline, cause?.sentence, cause?.remedy ?? finding?.remedy].filter(Boolean).join('\n'),
  );
  if (outcome === 'blocked')
    return `<failure type="${type}" message="${escapeXml(headline)}">${body}</failure>`;
  if (outcome === 'failed') return `<error type="${type}" message="${escapeXml(headline)}">${body}</error>`;
  return outcome === 'unknown' ? `<skipped message="${escapeXml(headline)}"/>` : null;
}

import { findings as kinds } from '../engine';
import { proseFor } from '../prose';
import type { Report, ReportExchange, ReportFinding } from './model';

const levels = { blocked: 'error', failed: 'warning', unknown: 'note' } as const;

/** A request that did not pass, and the problem that decided. */
interface Trouble {
  readonly exchange: ReportExchange;
  readonly finding: ReportFinding;
  readonly level: (typeof levels)[keyof typeof levels];
}

/**
 * Returns the requests that did not pass as SARIF 2.1.0, which code scanning reads. A rule is a problem, and a location
 * is the URL of a request.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif({ generator, language, exchanges, recorded }: Report): string {
  const { findings } = proseFor(language);
  const troubles = exchanges.flatMap(toTrouble);
  const codes = [...new Set(troubles.map(({ finding }) => finding.code))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'CORScope',
            version: generator.version,
            language,
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: findings[code].title },
              helpUri: troubles.find(({ finding }) => finding.code === code)?.finding.specUrl,
              defaultConfiguration: { level: kinds[code].outcome === 'blocked' ? 'error' : 'warning' },
            })),
          },
        },
        invocations: [{ executionSuccessful: true, startTimeUtc: recorded.from, endTimeUtc: recorded.to }],
        results: troubles.map(({ exchange, finding, level }) => toResult(exchange, finding, level, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toTrouble(exchange: ReportExchange): readonly Trouble[] {
  const { outcome, preflightFor, findings } = exchange;
  const [finding] = findings;
  if (preflightFor || !finding || !(outcome in levels)) return [];
  return [{ exchange, finding, level: levels[outcome as keyof typeof levels] }];
}

function toResult(
  { headline, causes: [cause], url, method, frame }: ReportExchange,
  { code, remedy }: ReportFinding,
  level: Trouble['level'],
  codes: readonly string[],
): object {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level,
    message: { text: `${headline} ${cause ? cause.remedy : remedy}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: withoutSpaces(url) } } }],
    // The same problem of the same address is one alert, whatever its parameters are.
    partialFingerprints: { request: `${method} ${url.replace(/[?#].*$/s, '')} ${frame.origin} ${code}` },
    ...(cause && { properties: { cause: cause.code, confidence: cause.confidence, actor: cause.actor } }),
  };
}

/** A URI has none; redacted URLs are valid already. */
function withoutSpaces(url: string): string {
  return url.replace(/\s/g, '%20');
}

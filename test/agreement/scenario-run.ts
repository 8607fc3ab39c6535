import type { StepResult } from '../../playground/scenario';
import { scenarioOf } from '../../playground/scenarios';
import type { Playground } from '../../playground/server';
import type { Report, ReportExchange } from '../../src/report/model';

/** Returns the URL of the page that runs a scenario. */
export function runUrl({ origins }: Playground, id: string): string {
  return `${scenarioOf(id).on === 'plain' ? origins.plain : origins.page}/run/${id}`;
}

/** Describes the page's result of each step. */
export function inWords(results: readonly StepResult[]): string {
  return results
    .map((result) => (result.resolved ? [result.type, result.status, ...(result.read ?? [])] : [result.name]))
    .map((words) => words.filter((word) => word !== undefined).join(' '))
    .join(', ');
}

/** Returns the requests of a scenario without preflights. */
export function requestsOf({ exchanges }: Report, id: string): readonly ReportExchange[] {
  return exchanges.filter(
    ({ hops, preflightFor }) => preflightFor === null && hops[0]?.url.includes(`c=${id}&`),
  );
}

/** Returns the preflights of a scenario. */
export function preflightsOf({ exchanges }: Report, id: string): readonly ReportExchange[] {
  return exchanges.filter(({ url, preflightFor }) => preflightFor !== null && url.includes(`c=${id}&`));
}

/** Returns the methods of a scenario's requests that reached the server. */
export function methodsOf({ requests }: Playground, id: string): readonly string[] {
  return requests
    .filter(({ path }) => new URL(path, 'http://playground').searchParams.get('c') === id)
    .map(({ method }) => method);
}

/** Whether a report's reason equals the browser's, or its candidates include it. */
export function saysWhy(exchange: ReportExchange, reason: string | null): boolean {
  const { browserReason, browserReasonCandidates } = exchange;
  if (browserReasonCandidates.length > 0) return browserReasonCandidates.includes(reason ?? 'none');
  return browserReason === reason;
}

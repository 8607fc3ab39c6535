import type { AdviceKind, Severity } from '../../diagnosis/advice';
import type { AdviceCode } from '../../diagnosis/advice-table';
import type { AdviceProse } from '../advice-prose';
import { ofCost } from './advice-cost';
import { ofSecurity } from './advice-security';

const number = (value: number) => value.toLocaleString('en');

const texts: Readonly<Record<AdviceCode, AdviceProse>> = { ...ofSecurity, ...ofCost };

/** The words about advice, in English. */
export const advice = {
  texts,
  title: 'Advice',
  kinds: { security: 'Security', cost: 'Cost' } satisfies Readonly<Record<AdviceKind, string>>,
  severities: { high: 'high', medium: 'medium', low: 'low' } satisfies Readonly<Record<Severity, string>>,
  columns: {
    severity: 'Severity',
    kind: 'Kind',
    title: 'Advice',
    total: 'Based on',
  },
  /** Of how many requests and events. */
  count: (total: number) => number(total),
  remedy: 'What to do',
  evidence: 'Evidence',
  requests: (total: number) => (total === 1 ? 'Based on this request' : `Based on ${number(total)} requests`),
  events: (total: number) => (total === 1 ? 'Based on this message' : `Based on ${number(total)} messages`),
  more: (count: number) => `and ${number(count)} more`,
  gone: 'no longer in the log',
  close: 'Close details',
  nothing: 'No advice',
  nothingHint:
    'Nothing in this recording calls for a change. Advice uses only what was recorded: CORScope sends no requests of its own.',
  summary: (security: number, cost: number) =>
    `${number(security)} about security, ${number(cost)} about cost. Only what was recorded is used.`,
};

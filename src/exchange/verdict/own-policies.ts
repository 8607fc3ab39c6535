import {
  connectionAllowlistOf,
  connectionCheck,
  getHeader,
  requiresScriptIntegrity,
  toFinding,
} from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { PolicyViolation, ReportedCall } from '../../protocol/page-hints';
import { reportedCall } from '../calls/page-report';
import { lastHop } from '../facts/facts';
import type { ObservedEnd } from './end-kinds';
import { isFramed } from './policy-end';
import type { Conclusion } from './verdict';

type Allowlist = 'Connection-Allowlist' | 'Connection-Allowlist-Report-Only';

/** What a document's list decides about a request. `unknown`: the list is not known, or cannot be read. */
export type AllowlistResult = 'allowed' | 'blocked' | 'blocks-redirects' | 'unknown';

/**
 * Returns what the Connection-Allowlist of the document decides about its request. A worker has the list of its own
 * script, so that nothing is known of a request that a worker may have made.
 */
export function allowlistResult(
  facts: ExchangeFacts,
  name: Allowlist = 'Connection-Allowlist',
  isRedirected = isFollowed(facts),
): AllowlistResult {
  const { documentPolicies, initiator, hops } = facts;
  if (!documentPolicies || (initiator !== 'document' && !reportedCall(facts))) return 'unknown';
  const list = connectionAllowlistOf(documentPolicies.headerList, name);
  if (!list) return 'allowed';
  const [first] = hops;
  const result = connectionCheck(list, first?.url ?? '', documentPolicies.origin);
  if (result !== 'allowed' || list.allowsRedirects) return result;
  return isRedirected ? 'blocks-redirects' : 'allowed';
}

/** Whether the browser was about to follow a redirect. */
function isFollowed({ hops }: ExchangeFacts): boolean {
  return hops.some(({ redirectedTo, internal }) => redirectedTo !== null && internal === null);
}

/**
 * Returns the end of a frame whose redirect the Connection-Allowlist of the embedding page forbids; null for all other
 * requests. Chrome aborts it (measured).
 */
export function redirectedFrameEnd(facts: ExchangeFacts, error: string): ObservedEnd | null {
  if (!isFramed(facts) || allowlistResult(facts) !== 'blocks-redirects') return null;
  const evidence = { locationUrl: lastHop(facts).redirectedTo };
  return { kind: 'failed', code: 'connection-allowlist', error, evidence, isComputed: true };
}

/** Returns the attributes that an element lacks so that its integrity can be checked; null if that is not known. */
export function lackingFor(reported: ReportedCall | null): string | null {
  const { integrity, element } = reported?.call ?? {};
  if (element?.name !== 'script') return null;
  const lacking = [
    ...(integrity === '' ? ['integrity'] : []),
    ...(element.crossOrigin === null && !element.isModule ? ['crossorigin'] : []),
  ];
  return lacking.join(',') || null;
}

/** Whether the Integrity-Policy of the document requires integrity metadata for a script. */
export function requiresIntegrity(
  { kind, documentPolicies }: ExchangeFacts,
  name: 'Integrity-Policy' | 'Integrity-Policy-Report-Only' = 'Integrity-Policy',
): boolean {
  return kind === 'script' && requiresScriptIntegrity(documentPolicies?.headerList ?? [], name);
}

/** Whether the document's Permissions-Policy forbids every synchronous XMLHttpRequest. */
export function forbidsSyncXhr({ documentPolicies }: ExchangeFacts): boolean {
  const value = documentPolicies && getHeader(documentPolicies.headerList, 'Permissions-Policy');
  return /(^|,)\s*sync-xhr\s*=\s*\(\s*\)\s*(;|,|$)/.test(value ?? '');
}

const reportOnly: Readonly<Record<PolicyViolation['type'], string>> = {
  'csp-violation': 'Content-Security-Policy-Report-Only',
  'coep-violation': 'Cross-Origin-Embedder-Policy-Report-Only',
  'dip-violation': 'Document-Isolation-Policy-Report-Only',
  'integrity-violation': 'Integrity-Policy-Report-Only',
};

/**
 * Adds a warning for each report-only policy of the document that would have blocked a request: as the browser
 * reported it, or by the list, because the browser reports nothing about that one to a page (measured).
 */
export function withReportOnly(conclusion: Conclusion, facts: ExchangeFacts): Conclusion {
  const { outcome, findings } = conclusion;
  if (outcome !== 'allowed' && outcome !== 'opaque') return conclusion;
  const reported = (facts.page?.violations ?? []).filter(({ disposition }) => disposition === 'report');
  const byList = allowlistResult(facts, 'Connection-Allowlist-Report-Only');
  const byHeader = new Map(reported.map((violation) => [reportOnly[violation.type], violation]));
  const hop = facts.hops.length - 1;
  const warnings = [...byHeader].map(([header, { type, directive }]) => {
    const of = type === 'integrity-violation' ? { lacking: lackingFor(reportedCall(facts)) } : {};
    return toFinding('report-only', hop, 'request', { header, ...(directive && { directive }), ...of });
  });
  if (byList === 'blocked' || byList === 'blocks-redirects') {
    const header = 'Connection-Allowlist-Report-Only';
    const locationUrl = byList === 'blocked' ? {} : { locationUrl: facts.hops[0]?.redirectedTo ?? null };
    warnings.push(toFinding('report-only', hop, 'request', { header, ...locationUrl }));
  }
  const lacking = lackingFor(reportedCall(facts));
  const byIntegrity = 'Integrity-Policy-Report-Only';
  // Firefox reports nothing to the page.
  if (lacking !== null && !byHeader.has(byIntegrity) && requiresIntegrity(facts, byIntegrity))
    warnings.push(toFinding('report-only', hop, 'request', { header: byIntegrity, lacking }));
  return warnings.length === 0 ? conclusion : { ...conclusion, findings: [...findings, ...warnings] };
}

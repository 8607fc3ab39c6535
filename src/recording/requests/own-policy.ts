import {
  type Evidence,
  type FindingCode,
  getHeader,
  type HeaderList,
  type LocatedFinding,
  originOf,
} from '../../engine';
import { reportedCall } from '../../exchange/calls/page-report';
import { lastHop } from '../../exchange/facts/facts';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';
import { entryFor } from '../../remedy/policy-entry';

/** The header of the page's document that each finding is about. */
const headers: Readonly<Partial<Record<FindingCode, string>>> = {
  csp: 'Content-Security-Policy',
  'redirect-blocked-after': 'Content-Security-Policy',
  'connection-allowlist': 'Connection-Allowlist',
  'permissions-policy': 'Permissions-Policy',
  'integrity-policy': 'Integrity-Policy',
  'coep-require-corp': 'Cross-Origin-Embedder-Policy',
  'coep-frame': 'Cross-Origin-Embedder-Policy',
  'coep-worker': 'Cross-Origin-Embedder-Policy',
  'document-isolation-policy': 'Document-Isolation-Policy',
};

/**
 * Returns a verdict whose findings of the page's own policies name the document, its recorded header, and the entry
 * that would let the request pass. `load`: the exchange that loaded the document; null if it was not recorded.
 */
export function withOwnPolicy(verdict: Verdict, facts: ExchangeFacts, load: ExchangeFacts | null): Verdict {
  const isPolicy = ({ code, evidence }: LocatedFinding) => code in headers || evidence.header != null;
  if (!verdict.findings.some(isPolicy)) return verdict;
  const findings = verdict.findings.map((finding) => {
    const more = isPolicy(finding) ? policyEvidence(finding, facts, load) : null;
    return more ? { ...finding, evidence: { ...finding.evidence, ...more } } : finding;
  });
  return { ...verdict, findings };
}

/** Whether the document made a request, so that its policies apply: a worker has those of its own script. */
export function isOfDocument(facts: ExchangeFacts): boolean {
  return facts.initiator === 'document' || reportedCall(facts) !== null;
}

function policyEvidence(
  { code, evidence }: LocatedFinding,
  facts: ExchangeFacts,
  load: ExchangeFacts | null,
): Evidence | null {
  const header = evidence.header ?? headers[code];
  if (header === undefined || (code === 'redirect-blocked-after' && evidence.directive == null)) return null;
  const loaded = load && lastHop(load);
  const headerList: HeaderList | null =
    loaded?.response?.headerList ??
    (header.startsWith('Connection-Allowlist') ? (facts.documentPolicies?.headerList ?? null) : null);
  const value = headerList && getHeader(headerList, header);
  // A policy can also be in a <meta> element.
  if (value === null) return { header };
  const { redirectedTo, url } = facts.hops[0] ?? lastHop(facts);
  const isRedirect = code === 'redirect-blocked-after' || evidence.locationUrl != null;
  const target = originOf(((isRedirect ? redirectedTo : null) ?? url).replace(/^ws/i, 'http'));
  return {
    header,
    document: loaded?.url ?? null,
    ...entryFor(header, value, { target, directive: evidence.directive ?? null, isRedirect }),
  };
}

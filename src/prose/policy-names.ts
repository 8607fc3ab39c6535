import type { PolicyViolation } from '../protocol/page-hints';

/** The header that contains the policy of each type of violation, as on the wire in every language. */
export const policyNames: Readonly<Record<PolicyViolation['type'], string>> = {
  'csp-violation': 'Content-Security-Policy',
  'coep-violation': 'Cross-Origin-Embedder-Policy',
  'dip-violation': 'Document-Isolation-Policy',
  'integrity-violation': 'Integrity-Policy',
};

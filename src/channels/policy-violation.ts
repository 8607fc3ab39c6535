import type { PolicyViolation } from '../protocol/page-hints';

/** Under which rule a violation falls. None is a risk: the policy did what it is for. */
export type PolicyRule = 'policy-enforced' | 'policy-reported';

/**
 * What became of what a document's policy is against.
 *
 * @see https://w3c.github.io/webappsec-csp/#violation
 */
export function policyRule({ disposition }: PolicyViolation): PolicyRule {
  return disposition === 'enforce' ? 'policy-enforced' : 'policy-reported';
}

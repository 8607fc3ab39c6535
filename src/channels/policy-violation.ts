import type { PolicyViolation } from '../protocol/page-hints';

/** The rule of a policy violation. None is a risk, because the policy did its job. */
export type PolicyRule = 'policy-enforced' | 'policy-reported';

/**
 * Returns whether the policy blocked the request or only reported it.
 *
 * @see https://w3c.github.io/webappsec-csp/#violation
 */
export function policyRule({ disposition }: PolicyViolation): PolicyRule {
  return disposition === 'enforce' ? 'policy-enforced' : 'policy-reported';
}

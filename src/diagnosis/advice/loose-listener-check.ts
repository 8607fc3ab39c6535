import type { Advice } from '../advice';
import { audited } from '../audited';

/** A listener compares less than the whole origin. */
export const looseListenerCheck: Advice = {
  kind: 'security',
  severity: 'medium',
  certainty: 'certain',
  find: (context) =>
    audited(context, ['subdomains-pass', 'scheme-or-port-passes', 'source-only', 'other-condition']),
};

import type { Cause } from '../cause';
import { endedBy } from '../ended-by';

const policies = {
  'connection-allowlist': 'Connection-Allowlist',
  'integrity-policy': 'Integrity-Policy',
  'document-isolation-policy': 'Document-Isolation-Policy',
} as const;
const { actor, match } = endedBy('page-policy', Object.keys(policies) as (keyof typeof policies)[]);

/** A policy of the page's own document forbids the request. */
export const ownPolicy: Cause = {
  actor,
  match(context) {
    const matched = match(context);
    const name = Object.entries(policies).find(([code]) => code === context.finding?.code)?.[1];
    return matched && name !== undefined ? { ...matched, values: { name } } : null;
  },
};

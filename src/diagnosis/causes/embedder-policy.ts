import { endedBy } from '../ended-by';

/** The page requires every resource to agree to being embedded, and this one does not. */
export const embedderPolicy = endedBy('page-policy', ['coep-require-corp', 'coep-worker']);

import { endedBy } from '../ended-by';

/** A policy of the page's own document forbids the request. */
export const ownPolicy = endedBy('page-policy', [
  'connection-allowlist',
  'integrity-policy',
  'document-isolation-policy',
]);

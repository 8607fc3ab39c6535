import { endedBy } from '../ended-by';

/** The Content-Security-Policy of the page's own document forbids the request. */
export const contentSecurityPolicy = endedBy('page-policy', ['csp']);

import { endedBy } from '../ended-by';

/** An ad blocker or another extension cancelled the request. */
export const contentBlocker = endedBy('browser-extension', ['blocked-by-extension']);

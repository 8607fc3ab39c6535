import { endedBy } from '../ended-by';

/** The site's own service worker answers, with a response that the request may not use or with an error. */
export const serviceWorkerAnswer = endedBy('front-end', ['service-worker-opaque', 'service-worker-failed']);

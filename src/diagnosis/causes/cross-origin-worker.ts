import { endedBy } from '../ended-by';

/** A worker's script must be of the page's own origin. */
export const crossOriginWorker = endedBy('front-end', ['worker-cross-origin']);

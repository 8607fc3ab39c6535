import { endedBy } from '../ended-by';

/** A page of `https:` requests `http:`. */
export const mixedContent = endedBy('front-end', ['mixed-content']);

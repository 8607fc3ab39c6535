import type { Technique } from './technique';
import { locationHash } from './techniques/location-hash';
import { postMessage } from './techniques/post-message';
import { windowName } from './techniques/window-name';

/** Every technique that has a page, in the order of the index. */
export const techniques: readonly Technique[] = [locationHash, windowName, postMessage];

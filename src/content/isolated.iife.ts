import { openDoors } from './doors';
import { startDocument } from './first-document';
import { awaitPageWorld } from './hand-over';

// Runs in our own world beside the page, in every frame, before the script in the page's world. Both browsers
// have `browser`, but older Chromium has only `chrome`.
const extension = globalThis.browser ?? chrome;
startDocument({ extension, meeting: awaitPageWorld(), doors: openDoors(extension) });

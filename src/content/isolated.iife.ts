import { openDoors } from './doors';
import { startDocument } from './first-document';
import { awaitPageWorld } from './hand-over';

// In our own world beside the page, in every frame, before the script in the page's world. Where both browsers
// have `browser` themselves, older Chromium has only `chrome`.
const extension = globalThis.browser ?? chrome;
startDocument({ extension, meeting: awaitPageWorld(), doors: openDoors(extension) });

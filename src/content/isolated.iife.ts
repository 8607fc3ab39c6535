import { startDocument } from './first-document';

// In our own world beside the page, in every frame, before the script in the page's world. Where both browsers
// have `browser` themselves, older Chromium has only `chrome`.
startDocument(globalThis.browser ?? chrome);

import { startFrame } from './frame';

// In our own world beside the page, in every frame, before the script in the page's world. Where both browsers
// have `browser` themselves, older Chromium has only `chrome`.
startFrame(globalThis.browser ?? chrome);

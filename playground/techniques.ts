import type { Technique } from './technique';
import { canvas } from './techniques/canvas';
import { cors } from './techniques/cors';
import { documentDomain } from './techniques/document-domain';
import { jsonp } from './techniques/jsonp';
import { locationHash } from './techniques/location-hash';
import { postMessage } from './techniques/post-message';
import { serverProxy } from './techniques/server-proxy';
import { webSocket } from './techniques/web-socket';
import { windowName } from './techniques/window-name';

/** Every technique, in the order of the classic text. */
export const techniques: readonly Technique[] = [
  jsonp,
  documentDomain,
  locationHash,
  windowName,
  postMessage,
  cors,
  serverProxy,
  webSocket,
  canvas,
];

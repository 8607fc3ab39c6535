import type { RequestKind } from '../protocol/facts';

/** The resource types of webRequest in both browsers. */
const kinds: Readonly<Record<string, RequestKind>> = {
  main_frame: 'document',
  sub_frame: 'frame',
  xmlhttprequest: 'fetch',
  beacon: 'beacon',
  ping: 'ping',
  csp_report: 'report',
  image: 'image',
  imageset: 'image',
  script: 'script',
  // A JSON module in Firefox.
  json: 'script',
  stylesheet: 'style',
  media: 'media',
  font: 'font',
  object: 'embed',
  websocket: 'websocket',
  webtransport: 'webtransport',
  other: 'other',
};

/** Returns what a request is for, from webRequest's resource type. */
export function requestKind(resourceType: string): RequestKind {
  return kinds[resourceType] ?? 'resource';
}

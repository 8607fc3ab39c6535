import type { SectionId } from '../../engine';

/** The names of the sections of the standards, in English. */
export const sections: Readonly<Record<SectionId, string>> = {
  mainFetch: 'Main fetch',
  httpFetch: 'HTTP fetch',
  httpRedirectFetch: 'HTTP-redirect fetch',
  httpNetworkOrCacheFetch: 'HTTP-network-or-cache fetch',
  httpNetworkFetch: 'HTTP-network fetch',
  corsPreflightFetch: 'CORS-preflight fetch',
  corsCheck: 'CORS check',
  corpCheck: 'Cross-origin resource policy check',
  taoCheck: 'TAO check (access to timing)',
  nosniff: 'Blocked due to nosniff?',
  mimeType: 'Blocked due to its MIME type?',
  moduleScript: 'Fetching a module script',
  frameAncestors: 'The directive frame-ancestors',
  orb: 'Opaque-response blocking',
  localNetworkAccess: 'Local Network Access check',
  frameOptions: 'The header X-Frame-Options',
  embedderPolicy: 'Embedder policy of a frame’s document',
  workerScript: 'Fetching a worker script',
  workerPolicy: 'Embedder policy of a worker',
};

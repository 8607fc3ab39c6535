/** The commit of whatwg/fetch, of 2026-07-02, whose text and step numbers this engine follows. */
export const SPEC_COMMIT = '586cd2a44c2a865b37c166dc0740f3fb8bb220d6';

interface Section {
  readonly title: string;
  readonly anchor: string;
  /** The document that contains the section, if it is not the Fetch standard's snapshot. */
  readonly document?: string;
}

// biome-ignore format: a table
const table = {
  mainFetch:               { title: 'Main fetch',                          anchor: 'concept-main-fetch' },
  httpFetch:               { title: 'HTTP fetch',                          anchor: 'concept-http-fetch' },
  httpRedirectFetch:       { title: 'HTTP-redirect fetch',                 anchor: 'concept-http-redirect-fetch' },
  httpNetworkOrCacheFetch: { title: 'HTTP-network-or-cache fetch',         anchor: 'concept-http-network-or-cache-fetch' },
  httpNetworkFetch:        { title: 'HTTP-network fetch',                  anchor: 'concept-http-network-fetch' },
  corsPreflightFetch:      { title: 'CORS-preflight fetch',                anchor: 'cors-preflight-fetch-0' },
  corsCheck:               { title: 'CORS check',                          anchor: 'concept-cors-check' },
  corpCheck:               { title: 'Cross-origin resource policy check',  anchor: 'cross-origin-resource-policy-check' },
  taoCheck:                { title: 'TAO check',                           anchor: 'concept-tao-check' },
  nosniff:                 { title: 'Should response to request be blocked due to nosniff?', anchor: 'should-response-to-request-be-blocked-due-to-nosniff?' },
  mimeType:                { title: 'Should response to request be blocked due to its MIME type?', anchor: 'should-response-to-request-be-blocked-due-to-mime-type?' },
  moduleScript:            { title: 'Fetch a single module script',        anchor: 'fetch-a-single-module-script', document: 'https://html.spec.whatwg.org/' },
  workerScript:            { title: 'Fetch a classic worker script',       anchor: 'fetch-a-classic-worker-script', document: 'https://html.spec.whatwg.org/' },
  orb:                     { title: 'Opaque-response blocking',            anchor: 'processing-model',     document: 'https://github.com/annevk/orb' },
  localNetworkAccess:      { title: 'Local Network Access check',          anchor: 'integration-with-fetch', document: 'https://wicg.github.io/local-network-access/' },
  frameOptions:            { title: 'Check a navigation response’s adherence to X-Frame-Options', anchor: 'the-x-frame-options-header', document: 'https://html.spec.whatwg.org/' },
  frameAncestors:          { title: 'frame-ancestors navigation response check', anchor: 'frame-ancestors-navigation-response', document: 'https://w3c.github.io/webappsec-csp/' },
  embedderPolicy:          { title: 'Check a navigation response’s adherence to its embedder policy', anchor: 'check-a-navigation-response\'s-adherence-to-its-embedder-policy', document: 'https://html.spec.whatwg.org/' },
  workerPolicy:            { title: 'Check a global object’s embedder policy', anchor: 'check-a-global-object\'s-embedder-policy', document: 'https://html.spec.whatwg.org/' },
} as const satisfies Readonly<Record<string, Section>>;

/** The name of an algorithm that a trace can walk. */
export type SectionId = keyof typeof table;

/** All algorithms that a trace or a finding can name, with their titles and anchors. */
export const sections: Readonly<Record<SectionId, Section>> = table;

/**
 * Returns the URL of a section in the snapshot of {@link SPEC_COMMIT}, in which step numbers do not change.
 */
export function sectionUrl(section: SectionId): string {
  const { anchor, document = `https://fetch.spec.whatwg.org/commit-snapshots/${SPEC_COMMIT}/` } =
    sections[section];
  return `${document}#${anchor}`;
}

/** How a header's value is read, so that only what a rule, a cause or a fix uses is kept. */
export type HeaderKind =
  /** Header names. */
  | 'names'
  | 'methods'
  /** Origins, `*` and `null`. */
  | 'origins'
  | 'url'
  /** Words of the vocabulary and small numbers. */
  | 'words'
  /** Words and numbers of up to ten digits. */
  | 'numbers'
  /** An HTTP date or a number. */
  | 'date'
  | 'mime-types'
  | 'languages'
  /** Host sources, keywords and directive names. */
  | 'policy'
  /** URL patterns and keywords. */
  | 'allowlist'
  | 'cookie'
  | 'set-cookie'
  /** An authentication scheme without its parameters' values. */
  | 'credentials'
  | 'refresh'
  | 'links';

/**
 * The headers whose values a rule, a cause or a fix uses, by how they are read. Of all other headers only the
 * name is kept; one placeholder replaces the value. docs/redaction.md has this table for readers.
 */
export const keptHeaders: Readonly<Record<HeaderKind, readonly string[]>> = {
  names: [
    'access-control-allow-headers',
    'access-control-expose-headers',
    'access-control-request-headers',
    'connection',
    'trailer',
    'vary',
  ],
  methods: [
    'access-control-allow-methods',
    'access-control-request-method',
    'allow',
    'public',
    'x-http-method-override',
  ],
  origins: [
    'access-control-allow-origin',
    'host',
    'origin',
    'sec-websocket-origin',
    'timing-allow-origin',
    'x-frame-options',
  ],
  url: ['content-location', 'location', 'referer', 'service-worker-allowed', 'sourcemap', 'x-sourcemap'],
  words: [
    'accept-encoding',
    'access-control-allow-credentials',
    'access-control-allow-local-network',
    'access-control-allow-private-network',
    'access-control-request-local-network',
    'access-control-request-private-network',
    'activate-storage-access',
    'cache-status',
    'cdn-cache',
    'cf-cache-status',
    'cf-mitigated',
    'clear-site-data',
    'content-disposition',
    'content-encoding',
    'critical-ch',
    'cross-origin-embedder-policy',
    'cross-origin-embedder-policy-report-only',
    'cross-origin-opener-policy',
    'cross-origin-opener-policy-report-only',
    'cross-origin-resource-policy',
    'dav',
    'dnt',
    'document-isolation-policy',
    'document-isolation-policy-report-only',
    'document-policy',
    'integrity-policy',
    'integrity-policy-report-only',
    'mcp-method',
    'mcp-protocol-version',
    'non-authoritative-reason',
    'origin-agent-cluster',
    'pragma',
    'priority',
    'proxy-status',
    'referrer-policy',
    'sec-fetch-dest',
    'sec-fetch-mode',
    'sec-fetch-site',
    'sec-fetch-storage-access',
    'sec-fetch-user',
    'sec-gpc',
    'sec-purpose',
    'sec-websocket-extensions',
    'sec-websocket-protocol',
    'sec-websocket-version',
    'server',
    'server-timing',
    'service-worker',
    'set-login',
    'service-worker-navigation-preload',
    'te',
    'transfer-encoding',
    'upgrade',
    'via',
    'x-amz-bucket-region',
    'x-amzn-errortype',
    'x-aspnet-version',
    'x-cache',
    'x-cache-status',
    'x-content-type-options',
    'x-dns-prefetch-control',
    'x-forwarded-proto',
    'x-generator',
    'x-permitted-cross-domain-policies',
    'x-powered-by',
    'x-proxy-cache',
    'x-requested-with',
    'x-served-by',
    'x-vercel-cache',
    'x-vercel-error',
    'x-xss-protection',
  ],
  numbers: [
    'accept-ranges',
    'access-control-max-age',
    'age',
    'cache-control',
    'cdn-cache-control',
    'content-length',
    'content-range',
    'keep-alive',
    'max-forwards',
    'range',
    'ratelimit',
    'ratelimit-limit',
    'ratelimit-policy',
    'ratelimit-remaining',
    'ratelimit-reset',
    'strict-transport-security',
    'surrogate-control',
    'upgrade-insecure-requests',
    'x-cache-hits',
    'x-rate-limit-limit',
    'x-rate-limit-remaining',
    'x-ratelimit-limit',
    'x-ratelimit-remaining',
    'x-ratelimit-reset',
  ],
  date: ['date', 'expires', 'if-modified-since', 'if-unmodified-since', 'last-modified', 'retry-after'],
  'mime-types': ['accept', 'content-type'],
  languages: ['accept-language', 'content-language'],
  policy: [
    'content-security-policy',
    'content-security-policy-report-only',
    'feature-policy',
    'permissions-policy',
    'permissions-policy-report-only',
    'x-content-security-policy',
  ],
  allowlist: ['connection-allowlist', 'connection-allowlist-report-only'],
  cookie: ['cookie'],
  'set-cookie': ['set-cookie'],
  credentials: ['authorization', 'proxy-authenticate', 'proxy-authorization', 'www-authenticate'],
  refresh: ['refresh'],
  links: ['link'],
};

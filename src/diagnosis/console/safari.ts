import type { FindingCode } from '../../engine';
import { type Wording, withPreflight } from './message';

const both = (...codes: readonly FindingCode[]) => ({ codes: withPreflight(codes) });
const ofStatus = (status = ''): readonly FindingCode[] =>
  status.startsWith('3') ? ['preflight-redirect', 'preflight-status'] : ['preflight-status'];

/** The wordings of Safari and other browsers with WebKit. */
// biome-ignore format: a table
export const safariWordings: readonly Wording[] = [
  { pattern: /^Origin (?<origin>\S+) is not allowed by Access-Control-Allow-Origin\.(?: Status code: (?<status>\d+))?/,
    meaning: () => both('allow-origin-missing', 'allow-origin-mismatch', 'allow-origin-invalid') },
  { pattern: /^Access-Control-Allow-Origin cannot contain more than one origin/,
    meaning: () => both('allow-origin-multiple') },
  { pattern: /^Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true/,
    meaning: () => both('allow-origin-wildcard-with-credentials') },
  { pattern: /^Credentials flag is true, but Access-Control-Allow-Credentials is not "?true"?/,
    meaning: () => both('allow-credentials-missing', 'allow-credentials-not-true') },
  { pattern: /^Preflight response is not successful\.(?: Status code: (?<status>\d+))?/,
    meaning: ({ status }) => ({ codes: ofStatus(status) }) },
  { pattern: /^Header Access-Control-Allow-Methods has an invalid value: (?<value>.*)/,
    meaning: () => ({ codes: ['preflight-allow-methods-invalid'] }) },
  { pattern: /^Header Access-Control-Allow-Headers has an invalid value: (?<value>.*)/,
    meaning: () => ({ codes: ['preflight-allow-headers-invalid'] }) },
  { pattern: /^Method (?<method>\S+) is not allowed by Access-Control-Allow-Methods/,
    meaning: () => ({ codes: ['preflight-method-not-allowed'] }) },
  { pattern: /^Request header field (?<header>\S+) is not allowed by Access-Control-Allow-Headers/,
    meaning: () => ({ codes: ['preflight-header-not-allowed'] }) },
  { pattern: /^(?:Cross-origin redirection to (?<url>\S+) denied by Cross-Origin Resource Sharing policy: )?redirection URL \S+ has credentials/,
    meaning: () => ({ codes: ['redirect-with-credentials'] }) },
  { pattern: /^(?:Cross-origin redirection to (?<url>\S+) denied by Cross-Origin Resource Sharing policy: )?not allowed to follow a cross-origin CORS redirection with non CORS scheme/,
    meaning: () => ({ codes: ['redirect-scheme'] }) },
  { pattern: /^Cross-origin redirection to (?<url>\S+) denied by Cross-Origin Resource Sharing policy: Origin (?<origin>\S+) is not allowed/,
    meaning: () => both('allow-origin-missing', 'allow-origin-mismatch', 'allow-origin-invalid') },
  { pattern: /^Cross origin requests are only supported for HTTP/,
    meaning: () => ({ codes: ['scheme-not-http'] }) },
  { pattern: /^(?:Fetch API|XMLHttpRequest|EventSource) cannot load (?<url>\S+) due to access control checks/,
    meaning: () => ({ codes: [], vague: 'any-failure' }) },
  { pattern: /^Refused to (?:connect to|load|frame) (?<url>\S+) because it (?:does not appear in the|violates the following) [^.]*Content Security Policy/,
    meaning: () => ({ codes: ['csp', 'redirect-blocked-after'] }) },
  { pattern: /^\[blocked\] The page at \S+ (?:was not allowed to|requested insecure content) (?:display |run )?(?:insecure content )?from (?<url>\S+?)\.?(?: |$)/,
    meaning: () => ({ codes: ['mixed-content'] }) },
  { pattern: /^Cancelled load to (?<url>\S+) because it violates the resource's Cross-Origin-Resource-Policy/,
    meaning: () => ({ codes: ['corp-same-origin', 'corp-same-site', 'coep-require-corp'] }) },
  { pattern: /^TypeError: Load failed/,
    meaning: () => ({ codes: [], vague: 'for-script' }) },
];

import type { SectionId } from './spec';

/** What a finding does to its request; null for a warning, which has no effect. */
export type FindingOutcome = 'blocked' | 'failed' | 'pending' | 'unknown' | null;

interface FindingKind {
  readonly outcome: FindingOutcome;
  /** The section and step of a finding that no trace supplies. */
  readonly section: SectionId;
  readonly step: string;
}

// biome-ignore format: a table
const table = {
  'allow-origin-missing':                             { outcome: 'blocked', section: 'corsCheck',          step: '2' },
  'allow-origin-multiple':                            { outcome: 'blocked', section: 'corsCheck',          step: '4' },
  'allow-origin-invalid':                             { outcome: 'blocked', section: 'corsCheck',          step: '4' },
  'allow-origin-mismatch':                            { outcome: 'blocked', section: 'corsCheck',          step: '4' },
  'allow-origin-wildcard-with-credentials':           { outcome: 'blocked', section: 'corsCheck',          step: '4' },
  'allow-credentials-missing':                        { outcome: 'blocked', section: 'corsCheck',          step: '8' },
  'allow-credentials-not-true':                       { outcome: 'blocked', section: 'corsCheck',          step: '8' },

  'preflight-allow-origin-missing':                   { outcome: 'blocked', section: 'corsCheck',          step: '2' },
  'preflight-allow-origin-multiple':                  { outcome: 'blocked', section: 'corsCheck',          step: '4' },
  'preflight-allow-origin-invalid':                   { outcome: 'blocked', section: 'corsCheck',          step: '4' },
  'preflight-allow-origin-mismatch':                  { outcome: 'blocked', section: 'corsCheck',          step: '4' },
  'preflight-allow-origin-wildcard-with-credentials': { outcome: 'blocked', section: 'corsCheck',          step: '4' },
  'preflight-allow-credentials-missing':              { outcome: 'blocked', section: 'corsCheck',          step: '8' },
  'preflight-allow-credentials-not-true':             { outcome: 'blocked', section: 'corsCheck',          step: '8' },
  'preflight-status':                                 { outcome: 'blocked', section: 'corsPreflightFetch', step: '8' },
  'preflight-redirect':                               { outcome: 'blocked', section: 'corsPreflightFetch', step: '8' },
  'preflight-allow-methods-invalid':                  { outcome: 'blocked', section: 'corsPreflightFetch', step: '7.3' },
  'preflight-allow-headers-invalid':                  { outcome: 'blocked', section: 'corsPreflightFetch', step: '7.3' },
  'preflight-method-not-allowed':                     { outcome: 'blocked', section: 'corsPreflightFetch', step: '7.5' },
  'preflight-header-not-allowed':                     { outcome: 'blocked', section: 'corsPreflightFetch', step: '7.7' },
  'preflight-network-error':                          { outcome: 'failed',  section: 'corsPreflightFetch', step: '6' },
  'authorization-wildcard':                           { outcome: null,      section: 'corsPreflightFetch', step: '7.6' },

  'redirect-with-credentials':                        { outcome: 'blocked', section: 'httpRedirectFetch',  step: '10' },
  'redirect-scheme':                                  { outcome: 'blocked', section: 'httpRedirectFetch',  step: '6' },
  'redirect-location-invalid':                        { outcome: 'failed',  section: 'httpRedirectFetch',  step: '5' },
  'redirect-mode-error':                              { outcome: 'failed',  section: 'httpFetch',          step: '6.3' },
  'too-many-redirects':                               { outcome: 'failed',  section: 'httpRedirectFetch',  step: '7' },
  'redirect-blocked-after':                           { outcome: 'blocked', section: 'mainFetch',          step: '7' },

  'scheme-not-http':                                  { outcome: 'blocked', section: 'mainFetch',          step: '12.5' },
  'mode-same-origin':                                 { outcome: 'blocked', section: 'mainFetch',          step: '12.3' },
  'worker-cross-origin':                              { outcome: 'blocked', section: 'mainFetch',          step: '12.3' },
  'no-cors-redirect-mode':                            { outcome: 'blocked', section: 'mainFetch',          step: '12.4' },
  'csp':                                              { outcome: 'blocked', section: 'mainFetch',          step: '7' },
  'connection-allowlist':                             { outcome: 'blocked', section: 'mainFetch',          step: '7' },
  'permissions-policy':                               { outcome: 'blocked', section: 'mainFetch',          step: '7' },
  'integrity-policy':                                 { outcome: 'blocked', section: 'mainFetch',          step: '7' },
  'mixed-content':                                    { outcome: 'blocked', section: 'mainFetch',          step: '7' },
  'bad-port':                                         { outcome: 'blocked', section: 'mainFetch',          step: '7' },
  'call-threw':                                       { outcome: 'failed',  section: 'mainFetch',          step: '1' },

  'local-network-insecure':                           { outcome: 'blocked', section: 'localNetworkAccess', step: '1' },
  'local-network-denied':                             { outcome: 'blocked', section: 'localNetworkAccess', step: '1' },
  'local-network-mismatch':                           { outcome: 'blocked', section: 'localNetworkAccess', step: '1' },
  'corp-same-origin':                                 { outcome: 'blocked', section: 'corpCheck',          step: '3' },
  'corp-same-site':                                   { outcome: 'blocked', section: 'corpCheck',          step: '3' },
  'coep-require-corp':                                { outcome: 'blocked', section: 'corpCheck',          step: '7' },
  'coep-frame':                                       { outcome: 'blocked', section: 'embedderPolicy',     step: '7' },
  'coep-worker':                                      { outcome: 'blocked', section: 'workerPolicy',       step: '8' },
  'document-isolation-policy':                        { outcome: 'blocked', section: 'corpCheck',          step: '7' },
  'orb':                                              { outcome: 'blocked', section: 'orb',                step: '3.4' },
  'nosniff':                                          { outcome: 'failed',  section: 'mainFetch',          step: '20' },
  'script-mime-type':                                 { outcome: 'failed',  section: 'mimeType',           step: '4' },
  'worker-mime-type':                                 { outcome: 'failed',  section: 'workerScript',       step: '1' },
  'module-mime-type':                                 { outcome: 'failed',  section: 'moduleScript',       step: '1' },
  'integrity':                                        { outcome: 'failed',  section: 'mainFetch',          step: '23' },
  'response-unusable':                                { outcome: 'failed',  section: 'httpFetch',          step: '7' },
  'import-failed':                                    { outcome: null,      section: 'moduleScript',       step: '1' },
  'frame-refused':                                    { outcome: 'blocked', section: 'frameOptions',       step: '8' },

  'network-dns':                                      { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.1' },
  'network-refused':                                  { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.1' },
  'network-reset':                                    { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.5' },
  'network-tls':                                      { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.1' },
  'network-timeout':                                  { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.5' },
  'network-other':                                    { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.5' },
  'response-invalid':                                 { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.5' },
  'body-undecodable':                                 { outcome: 'failed',  section: 'httpNetworkFetch',   step: '18' },
  'streaming-body':                             { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.3' },
  'not-cached':                                       { outcome: 'failed',  section: 'httpNetworkOrCacheFetch', step: '11' },
  'browser-limit':                                    { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.1' },
  'unknown-error':                                    { outcome: 'unknown', section: 'httpFetch',          step: '7' },
  'aborted':                                          { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8' },
  'socket-handshake':                                 { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8' },
  'blocked-by-extension':                             { outcome: 'failed',  section: 'httpNetworkFetch',   step: '8.1' },
  'service-worker-opaque':                            { outcome: 'failed',  section: 'httpFetch',          step: '3.4' },
  'service-worker-failed':                            { outcome: 'failed',  section: 'httpFetch',          step: '3.4' },
  'login-prompt':                                     { outcome: 'pending', section: 'httpNetworkOrCacheFetch', step: '15' },

  'hsts-upgrade':                                     { outcome: null,      section: 'mainFetch',          step: '10' },
  'report-only':                                      { outcome: null,      section: 'mainFetch',          step: '7' },
  'private-network-header':                           { outcome: null,      section: 'localNetworkAccess', step: '1' },
  'response-header-hidden':                           { outcome: null,      section: 'mainFetch',          step: '14.2' },
  'body-cut-short':                                   { outcome: null,      section: 'httpNetworkFetch',   step: '8.5' },
  'browser-disagrees':                                { outcome: null,      section: 'corsCheck',          step: '8' },
  'unexplained':                                      { outcome: 'blocked', section: 'httpFetch',          step: '4.4' },
  'ended-unseen':                                     { outcome: 'unknown', section: 'httpFetch',          step: '7' },
  'never-seen':                                       { outcome: 'unknown', section: 'mainFetch',          step: '1' },
} as const satisfies Readonly<Record<string, FindingKind>>;

/**
 * Why a request failed, or what deserves a warning. The codes are stable because users' scripts read them.
 */
export type FindingCode = keyof typeof table;

/** All findings: the outcome each causes and its place in the standard. */
export const findings: Readonly<Record<FindingCode, FindingKind>> = table;

/** The codes of all findings, in table order. */
export const findingCodes = Object.keys(table) as readonly FindingCode[];

/**
 * The codes that the CORS check returns for a response: those that have a counterpart for preflights, so that
 * a rule cannot return one without it.
 */
export type CorsCheckFinding = {
  [Code in FindingCode]: `preflight-${Code}` extends FindingCode ? Code : never;
}[FindingCode];

/** Returns the code that a finding of the CORS check has on a preflight's response. */
export function onPreflight(code: FindingCode): FindingCode {
  const twin = `preflight-${code}`;
  return twin in table ? (twin as FindingCode) : code;
}

import type { Exchange, LocatedFinding } from '../engine';

/** Advice that is often given about CORS, and is wrong. */
export type NeverId =
  | 'web-security'
  | 'unblocking-extension'
  | 'no-cors'
  | 'any-origin-with-credentials'
  | 'null-origin'
  | 'all-options-without-authentication';

/** Returns the wrong advice that a user with this failure finds; empty if no origin rule blocked the request. */
export function neverFor(
  { mode, origin, credentialsMode, hops }: Exchange,
  finding: Pick<LocatedFinding, 'code' | 'hop' | 'on'> | null,
): readonly NeverId[] {
  if (!finding || !/^(preflight-)?allow-|^preflight-/.test(finding.code)) return [];
  const isPreflight = finding.on === 'preflight';
  const status = isPreflight ? hops[finding.hop]?.preflight?.status : undefined;
  return [
    'web-security',
    'unblocking-extension',
    ...(mode === 'cors' ? (['no-cors'] as const) : []),
    ...(credentialsMode === 'include' ? (['any-origin-with-credentials'] as const) : []),
    ...(origin === 'null' ? (['null-origin'] as const) : []),
    ...(status === 401 || status === 403 ? (['all-options-without-authentication'] as const) : []),
  ];
}

import type { Advice } from './advice';
import { echoWithoutVary } from './advice/echo-without-vary';
import { insecureOriginTrusted } from './advice/insecure-origin-trusted';
import { jsonpWithCookies } from './advice/jsonp-with-cookies';
import { listenerWithoutCheck } from './advice/listener-without-check';
import { looseListenerCheck } from './advice/loose-listener-check';
import { looseOriginMatch } from './advice/loose-origin-match';
import { needlessPreflightHeader } from './advice/needless-preflight-header';
import { nullOriginAllowed } from './advice/null-origin-allowed';
import { nullOriginWithCredentials } from './advice/null-origin-with-credentials';
import { openLocalServer } from './advice/open-local-server';
import { openSocket } from './advice/open-socket';
import { preflightListsTooShort } from './advice/preflight-lists-too-short';
import { preflightTime } from './advice/preflight-time';
import { preflightsNotCached } from './advice/preflights-not-cached';
import { preflightsPerUrl } from './advice/preflights-per-url';
import { preloadFetchedTwice } from './advice/preload-fetched-twice';
import { reflectedOrigin } from './advice/reflected-origin';
import { safelistedContentType } from './advice/safelisted-content-type';
import { sdkPreflightHeaders } from './advice/sdk-preflight-headers';
import { simpleStateChange } from './advice/simple-state-change';
import { starTargetOrigin } from './advice/star-target-origin';
import { wildcardWithSecrets } from './advice/wildcard-with-secrets';

/** All advice: that about security first, the worst first. */
export const advice = {
  'null-origin-with-credentials': nullOriginWithCredentials,
  'reflected-origin': reflectedOrigin,
  'loose-origin-match': looseOriginMatch,
  'jsonp-with-cookies': jsonpWithCookies,
  'listener-without-check': listenerWithoutCheck,
  'insecure-origin-trusted': insecureOriginTrusted,
  'simple-state-change': simpleStateChange,
  'open-local-server': openLocalServer,
  'open-socket': openSocket,
  'echo-without-vary': echoWithoutVary,
  'star-target-origin': starTargetOrigin,
  'loose-listener-check': looseListenerCheck,
  'wildcard-with-secrets': wildcardWithSecrets,
  'null-origin-allowed': nullOriginAllowed,
  'preflights-not-cached': preflightsNotCached,
  'sdk-preflight-headers': sdkPreflightHeaders,
  'preflight-lists-too-short': preflightListsTooShort,
  'preflights-per-url': preflightsPerUrl,
  'needless-preflight-header': needlessPreflightHeader,
  'safelisted-content-type': safelistedContentType,
  'preload-fetched-twice': preloadFetchedTwice,
  'preflight-time': preflightTime,
} satisfies Readonly<Record<string, Advice>>;

/** The code of a piece of advice. */
export type AdviceCode = keyof typeof advice;

/** All codes, in the order of the table. */
export const adviceCodes = Object.keys(advice) as readonly AdviceCode[];

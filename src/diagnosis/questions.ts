import type { Question } from './question';
import { behindGateway } from './questions/behind-gateway';
import { behindNginx } from './questions/behind-nginx';
import { corsOfOtherRoutes } from './questions/cors-of-other-routes';
import { devServerOnLocalhost } from './questions/dev-server-on-localhost';
import { doesItAnswer } from './questions/does-it-answer';
import { getOnRoute } from './questions/get-on-route';
import { headerReadByPage } from './questions/header-read-by-page';
import { headerTwiceInCurl } from './questions/header-twice-in-curl';
import { headersOfStartPage } from './questions/headers-of-start-page';
import { markOfChallenge } from './questions/mark-of-challenge';
import { metadataOfOtherRoutes } from './questions/metadata-of-other-routes';
import { modelServerOnLocalhost } from './questions/model-server-on-localhost';
import { originInGet } from './questions/origin-in-get';
import { originPastCache } from './questions/origin-past-cache';
import { pastBrowserCache } from './questions/past-browser-cache';
import { pastSharedCache } from './questions/past-shared-cache';
import { policyOfApplication } from './questions/policy-of-application';
import { preflightWithCertificate } from './questions/preflight-with-certificate';
import { preflightWithToken } from './questions/preflight-with-token';
import { preloadInSource } from './questions/preload-in-source';
import { redirectWithToken } from './questions/redirect-with-token';
import { requestAlone } from './questions/request-alone';
import { routeThatPasses } from './questions/route-that-passes';
import { socketOfOwnOrigin } from './questions/socket-of-own-origin';
import { wildcardInCurl } from './questions/wildcard-in-curl';
import { withoutExtensions } from './questions/without-extensions';
import { withoutServiceWorker } from './questions/without-service-worker';

/** All questions by their codes: requests to the server first, then what to look at in the browser. */
export const questions = {
  'preflight-with-token': preflightWithToken,
  'redirect-with-token': redirectWithToken,
  'get-on-route': getOnRoute,
  'origin-in-get': originInGet,
  'preflight-with-certificate': preflightWithCertificate,
  'policy-of-application': policyOfApplication,
  'behind-nginx': behindNginx,
  'behind-gateway': behindGateway,
  'request-alone': requestAlone,
  'route-that-passes': routeThatPasses,
  'mark-of-challenge': markOfChallenge,
  'past-shared-cache': pastSharedCache,
  'past-browser-cache': pastBrowserCache,
  'origin-past-cache': originPastCache,
  'header-twice-in-curl': headerTwiceInCurl,
  'wildcard-in-curl': wildcardInCurl,
  'dev-server-on-localhost': devServerOnLocalhost,
  'model-server-on-localhost': modelServerOnLocalhost,
  'metadata-of-other-routes': metadataOfOtherRoutes,
  'socket-of-own-origin': socketOfOwnOrigin,
  'headers-of-start-page': headersOfStartPage,
  'cors-of-other-routes': corsOfOtherRoutes,
  'does-it-answer': doesItAnswer,
  'without-extensions': withoutExtensions,
  'without-service-worker': withoutServiceWorker,
  'header-read-by-page': headerReadByPage,
  'preload-in-source': preloadInSource,
} as const satisfies Readonly<Record<string, Question>>;

/** The code of a question. */
export type QuestionCode = keyof typeof questions;

import type { CauseCase } from './case';
import { apiGatewayError } from './cases/api-gateway-error';
import { apiGatewayPreflight } from './cases/api-gateway-preflight';
import { beaconWithJson } from './cases/beacon-with-json';
import { bodyTooLarge } from './cases/body-too-large';
import { botChallenge } from './cases/bot-challenge';
import { bucketRegionRedirect } from './cases/bucket-region-redirect';
import { cachedForOtherOrigin } from './cases/cached-for-other-origin';
import { cachedWithoutOrigin } from './cases/cached-without-origin';
import { cdnCachedWithoutOrigin } from './cases/cdn-cached-without-origin';
import { cloudFunctionInvoker } from './cases/cloud-function-invoker';
import { cookieWithoutPartitioned } from './cases/cookie-without-partitioned';
import { credentialsCase } from './cases/credentials-case';
import { credentialsNotIncluded } from './cases/credentials-not-included';
import { credentialsTwice } from './cases/credentials-twice';
import { cspSandbox } from './cases/csp-sandbox';
import { defaultEmbeddingHeaders } from './cases/default-embedding-headers';
import { deploymentProtection } from './cases/deployment-protection';
import { devServerOrigin } from './cases/dev-server-origin';
import { devServerRefusesOwnHost } from './cases/dev-server-refuses-own-host';
import { embedderPolicy } from './cases/embedder-policy';
import { errorPageForResource } from './cases/error-page-for-resource';
import { errorWithoutCors } from './cases/error-without-cors';
import { eventStreamOutsideCors } from './cases/event-stream-outside-cors';
import { fontPreloadMode } from './cases/font-preload-mode';
import { frameNeedsEmbedderPolicy } from './cases/frame-needs-embedder-policy';
import { gatewayError } from './cases/gateway-error';
import { headerNotExposed } from './cases/header-not-exposed';
import { headerTwice } from './cases/header-twice';
import { httpsRedirect } from './cases/https-redirect';
import { listenerReadsForeignWindow } from './cases/listener-reads-foreign-window';
import { listenerWithoutOriginCheck } from './cases/listener-without-origin-check';
import { localModelServerRefusesOrigin } from './cases/local-model-server-refuses-origin';
import { loginLoopInFrame } from './cases/login-loop-in-frame';
import { loginRedirect } from './cases/login-redirect';
import { loopbackSpelling } from './cases/loopback-spelling';
import { lowerCaseMethod } from './cases/lower-case-method';
import { manifestWithoutCredentials } from './cases/manifest-without-credentials';
import { mcpHeaderNotAllowed } from './cases/mcp-header-not-allowed';
import { mcpSessionNotExposed } from './cases/mcp-session-not-exposed';
import { messageBeforeLoad } from './cases/message-before-load';
import { messageToOpaqueFrame } from './cases/message-to-opaque-frame';
import { misspelledHeader } from './cases/misspelled-header';
import { mixedContent } from './cases/mixed-content';
import { nginxHeaderNotAlways } from './cases/nginx-header-not-always';
import { noCorsAsCure } from './cases/no-cors-as-cure';
import { noOptionsRoute } from './cases/no-options-route';
import { oauthMetadataWithoutCors } from './cases/oauth-metadata-without-cors';
import { obsoletePrivateNetworkHeader } from './cases/obsolete-private-network-header';
import { opaqueOrigin } from './cases/opaque-origin';
import { openerSevered } from './cases/opener-severed';
import { optionsByServer } from './cases/options-by-server';
import { optionsHandlerFails } from './cases/options-handler-fails';
import { originKeyedDocumentDomain } from './cases/origin-keyed-document-domain';
import { originList } from './cases/origin-list';
import { originWildcardPattern } from './cases/origin-wildcard-pattern';
import { originWithPath } from './cases/origin-with-path';
import { originWithoutScheme } from './cases/origin-without-scheme';
import { ownPolicy } from './cases/own-policy';
import { platformAnswersPreflight } from './cases/platform-answers-preflight';
import { preflightAuthentication } from './cases/preflight-authentication';
import { preflightLoginRedirect } from './cases/preflight-login-redirect';
import { preflightRateLimit } from './cases/preflight-rate-limit';
import { preflightRedirect } from './cases/preflight-redirect';
import { rangeHeadersNotExposed } from './cases/range-headers-not-exposed';
import { rateLimit } from './cases/rate-limit';
import { refusedOriginThrows } from './cases/refused-origin-throws';
import { relayComparesSource } from './cases/relay-compares-source';
import { resourcePolicy } from './cases/resource-policy';
import { responseHeaderSent } from './cases/response-header-sent';
import { routeWithOwnCors } from './cases/route-with-own-cors';
import { routeWithoutCors } from './cases/route-without-cors';
import { sandboxOfOwnOrigin } from './cases/sandbox-of-own-origin';
import { sdkHeaderNotAllowed } from './cases/sdk-header-not-allowed';
import { secureCookieOnHttp } from './cases/secure-cookie-on-http';
import { serverHasDoneIt } from './cases/server-has-done-it';
import { serviceWorkerCachedOpaque } from './cases/service-worker-cached-opaque';
import { sessionCookieSameSite } from './cases/session-cookie-same-site';
import { slashRedirect } from './cases/slash-redirect';
import { socketOriginCheck } from './cases/socket-origin-check';
import { strippedAuthorization } from './cases/stripped-authorization';
import { taintedCanvas } from './cases/tainted-canvas';
import { taintedOrigin } from './cases/tainted-origin';
import { targetOriginMismatch } from './cases/target-origin-mismatch';
import { tracingHeaders } from './cases/tracing-headers';
import { uploadListener } from './cases/upload-listener';
import { wildcardHeaders } from './cases/wildcard-headers';
import { wildcardTargetOrigin } from './cases/wildcard-target-origin';
import { wildcardWithCredentials } from './cases/wildcard-with-credentials';
import { wildcardWithoutAuthorization } from './cases/wildcard-without-authorization';
import { windowsAuthentication } from './cases/windows-authentication';
import { workerFromDataUrl } from './cases/worker-from-data-url';

/** The corpus: public reports, rebuilt before there were rules for them. */
export const causeCases: readonly CauseCase[] = [
  apiGatewayError,
  apiGatewayPreflight,
  beaconWithJson,
  bodyTooLarge,
  botChallenge,
  bucketRegionRedirect,
  cachedForOtherOrigin,
  cachedWithoutOrigin,
  cdnCachedWithoutOrigin,
  cloudFunctionInvoker,
  cookieWithoutPartitioned,
  credentialsCase,
  credentialsNotIncluded,
  credentialsTwice,
  cspSandbox,
  defaultEmbeddingHeaders,
  deploymentProtection,
  devServerOrigin,
  devServerRefusesOwnHost,
  embedderPolicy,
  errorPageForResource,
  errorWithoutCors,
  eventStreamOutsideCors,
  fontPreloadMode,
  frameNeedsEmbedderPolicy,
  gatewayError,
  headerNotExposed,
  headerTwice,
  httpsRedirect,
  listenerReadsForeignWindow,
  listenerWithoutOriginCheck,
  localModelServerRefusesOrigin,
  loginLoopInFrame,
  loginRedirect,
  loopbackSpelling,
  lowerCaseMethod,
  manifestWithoutCredentials,
  mcpHeaderNotAllowed,
  mcpSessionNotExposed,
  messageBeforeLoad,
  messageToOpaqueFrame,
  misspelledHeader,
  mixedContent,
  nginxHeaderNotAlways,
  noCorsAsCure,
  noOptionsRoute,
  oauthMetadataWithoutCors,
  obsoletePrivateNetworkHeader,
  opaqueOrigin,
  openerSevered,
  optionsByServer,
  optionsHandlerFails,
  originKeyedDocumentDomain,
  originList,
  originWildcardPattern,
  originWithPath,
  originWithoutScheme,
  ownPolicy,
  platformAnswersPreflight,
  preflightAuthentication,
  preflightLoginRedirect,
  preflightRateLimit,
  preflightRedirect,
  rangeHeadersNotExposed,
  rateLimit,
  refusedOriginThrows,
  relayComparesSource,
  resourcePolicy,
  responseHeaderSent,
  routeWithOwnCors,
  routeWithoutCors,
  sandboxOfOwnOrigin,
  sdkHeaderNotAllowed,
  secureCookieOnHttp,
  serverHasDoneIt,
  serviceWorkerCachedOpaque,
  sessionCookieSameSite,
  slashRedirect,
  socketOriginCheck,
  strippedAuthorization,
  taintedCanvas,
  taintedOrigin,
  targetOriginMismatch,
  tracingHeaders,
  uploadListener,
  wildcardHeaders,
  wildcardTargetOrigin,
  wildcardWithCredentials,
  wildcardWithoutAuthorization,
  windowsAuthentication,
  workerFromDataUrl,
];

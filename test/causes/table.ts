import type { CauseCase } from './case';
import { addHeaderWithoutAlways } from './cases/add-header-without-always';
import { allowedOriginWithSlash } from './cases/allowed-origin-with-slash';
import { allowedOriginWithoutScheme } from './cases/allowed-origin-without-scheme';
import { apiGatewayResponseWithoutCors } from './cases/api-gateway-response-without-cors';
import { authRejectsPreflight } from './cases/auth-rejects-preflight';
import { authorizationDroppedByRedirect } from './cases/authorization-dropped-by-redirect';
import { authorizerOnPreflight } from './cases/authorizer-on-preflight';
import { beaconWithJson } from './cases/beacon-with-json';
import { bodyLimitWithoutCors } from './cases/body-limit-without-cors';
import { botChallenge } from './cases/bot-challenge';
import { bucketRegionRedirect } from './cases/bucket-region-redirect';
import { cachedForAnotherOrigin } from './cases/cached-for-another-origin';
import { cachedWithoutCors } from './cases/cached-without-cors';
import { cdnCachedWithoutVary } from './cases/cdn-cached-without-vary';
import { corpSameOriginDefault } from './cases/corp-same-origin-default';
import { corsAfterRoutes } from './cases/cors-after-routes';
import { credentialsHeaderCapitalized } from './cases/credentials-header-capitalized';
import { credentialsHeaderTwice } from './cases/credentials-header-twice';
import { credentialsNotIncluded } from './cases/credentials-not-included';
import { cspSandbox } from './cases/csp-sandbox';
import { csrfLayerRedirectsPreflight } from './cases/csrf-layer-redirects-preflight';
import { defaultEmbeddingHeaders } from './cases/default-embedding-headers';
import { deploymentProtection } from './cases/deployment-protection';
import { devServerCorsNarrowed } from './cases/dev-server-cors-narrowed';
import { devServerRefusesOwnHost } from './cases/dev-server-refuses-own-host';
import { embedderPolicyNeedsCorp } from './cases/embedder-policy-needs-corp';
import { errorPageInsteadOfResource } from './cases/error-page-instead-of-resource';
import { errorWithoutCors } from './cases/error-without-cors';
import { eventStreamOutsideCors } from './cases/event-stream-outside-cors';
import { fontPreloadMode } from './cases/font-preload-mode';
import { frameNeedsEmbedderPolicy } from './cases/frame-needs-embedder-policy';
import { gatewayErrorWithoutCors } from './cases/gateway-error-without-cors';
import { handlerRunsOnOptions } from './cases/handler-runs-on-options';
import { headerAddedTwice } from './cases/header-added-twice';
import { headerNotExposed } from './cases/header-not-exposed';
import { headerWildcardWithCredentials } from './cases/header-wildcard-with-credentials';
import { httpsRedirectOnPreflight } from './cases/https-redirect-on-preflight';
import { invokerNotPublic } from './cases/invoker-not-public';
import { listOfOrigins } from './cases/list-of-origins';
import { listenerReadsForeignWindow } from './cases/listener-reads-foreign-window';
import { listenerWithoutOriginCheck } from './cases/listener-without-origin-check';
import { localModelServerRefusesOrigin } from './cases/local-model-server-refuses-origin';
import { loginLoopInFrame } from './cases/login-loop-in-frame';
import { loginRedirect } from './cases/login-redirect';
import { loopbackSpelling } from './cases/loopback-spelling';
import { lowercasePatch } from './cases/lowercase-patch';
import { manifestWithoutCredentials } from './cases/manifest-without-credentials';
import { mcpHeaderNotAllowed } from './cases/mcp-header-not-allowed';
import { mcpSessionNotExposed } from './cases/mcp-session-not-exposed';
import { messageBeforeLoad } from './cases/message-before-load';
import { messageToOpaqueFrame } from './cases/message-to-opaque-frame';
import { misspelledCorsHeader } from './cases/misspelled-cors-header';
import { movedPathRedirectsPreflight } from './cases/moved-path-redirects-preflight';
import { noCorsAsCure } from './cases/no-cors-as-cure';
import { noOptionsRoute } from './cases/no-options-route';
import { oauthMetadataWithoutCors } from './cases/oauth-metadata-without-cors';
import { obsoletePrivateNetworkHeader } from './cases/obsolete-private-network-header';
import { originNullAfterRedirect } from './cases/origin-null-after-redirect';
import { pageNetworkPolicy } from './cases/page-network-policy';
import { platformAnswersPreflight } from './cases/platform-answers-preflight';
import { rangeHeadersNotExposed } from './cases/range-headers-not-exposed';
import { rateLimitOnPreflight } from './cases/rate-limit-on-preflight';
import { rateLimitWithoutCors } from './cases/rate-limit-without-cors';
import { refusedOriginThrows } from './cases/refused-origin-throws';
import { relayComparesSource } from './cases/relay-compares-source';
import { responseHeaderOnRequest } from './cases/response-header-on-request';
import { routeWithOwnCors } from './cases/route-with-own-cors';
import { sandboxOfOwnOrigin } from './cases/sandbox-of-own-origin';
import { sandboxWithoutOrigin } from './cases/sandbox-without-origin';
import { sdkHeaderNotAllowed } from './cases/sdk-header-not-allowed';
import { serverHasDoneIt } from './cases/server-has-done-it';
import { sessionCookieSameSite } from './cases/session-cookie-same-site';
import { subdomainWildcard } from './cases/subdomain-wildcard';
import { taintedCanvas } from './cases/tainted-canvas';
import { targetOriginMismatch } from './cases/target-origin-mismatch';
import { tracingHeaderNotAllowed } from './cases/tracing-header-not-allowed';
import { trailingSlashRedirect } from './cases/trailing-slash-redirect';
import { uploadListenerPreflight } from './cases/upload-listener-preflight';
import { webServerAnswersOptions } from './cases/web-server-answers-options';
import { webSocketOriginRefused } from './cases/web-socket-origin-refused';
import { wildcardTargetOrigin } from './cases/wildcard-target-origin';
import { wildcardWithCredentials } from './cases/wildcard-with-credentials';
import { windowsAuthRejectsPreflight } from './cases/windows-auth-rejects-preflight';
import { workerFromDataUrl } from './cases/worker-from-data-url';

/** The corpus: public reports, rebuilt before there were rules for them. */
export const causeCases: readonly CauseCase[] = [
  addHeaderWithoutAlways,
  allowedOriginWithSlash,
  allowedOriginWithoutScheme,
  apiGatewayResponseWithoutCors,
  authRejectsPreflight,
  authorizationDroppedByRedirect,
  authorizerOnPreflight,
  beaconWithJson,
  bodyLimitWithoutCors,
  botChallenge,
  bucketRegionRedirect,
  cachedForAnotherOrigin,
  cachedWithoutCors,
  cdnCachedWithoutVary,
  corpSameOriginDefault,
  corsAfterRoutes,
  credentialsHeaderCapitalized,
  credentialsHeaderTwice,
  credentialsNotIncluded,
  cspSandbox,
  csrfLayerRedirectsPreflight,
  defaultEmbeddingHeaders,
  deploymentProtection,
  devServerCorsNarrowed,
  devServerRefusesOwnHost,
  embedderPolicyNeedsCorp,
  errorPageInsteadOfResource,
  errorWithoutCors,
  eventStreamOutsideCors,
  fontPreloadMode,
  frameNeedsEmbedderPolicy,
  gatewayErrorWithoutCors,
  handlerRunsOnOptions,
  headerAddedTwice,
  headerNotExposed,
  headerWildcardWithCredentials,
  httpsRedirectOnPreflight,
  invokerNotPublic,
  listOfOrigins,
  listenerReadsForeignWindow,
  listenerWithoutOriginCheck,
  localModelServerRefusesOrigin,
  loginLoopInFrame,
  loginRedirect,
  loopbackSpelling,
  lowercasePatch,
  manifestWithoutCredentials,
  mcpHeaderNotAllowed,
  mcpSessionNotExposed,
  messageBeforeLoad,
  messageToOpaqueFrame,
  misspelledCorsHeader,
  movedPathRedirectsPreflight,
  noCorsAsCure,
  noOptionsRoute,
  oauthMetadataWithoutCors,
  obsoletePrivateNetworkHeader,
  originNullAfterRedirect,
  pageNetworkPolicy,
  platformAnswersPreflight,
  rangeHeadersNotExposed,
  rateLimitOnPreflight,
  rateLimitWithoutCors,
  refusedOriginThrows,
  relayComparesSource,
  responseHeaderOnRequest,
  routeWithOwnCors,
  sandboxOfOwnOrigin,
  sandboxWithoutOrigin,
  sdkHeaderNotAllowed,
  serverHasDoneIt,
  sessionCookieSameSite,
  subdomainWildcard,
  taintedCanvas,
  targetOriginMismatch,
  tracingHeaderNotAllowed,
  trailingSlashRedirect,
  uploadListenerPreflight,
  webServerAnswersOptions,
  webSocketOriginRefused,
  wildcardTargetOrigin,
  wildcardWithCredentials,
  windowsAuthRejectsPreflight,
  workerFromDataUrl,
];

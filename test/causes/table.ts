import type { CauseCase } from './case';
import { addHeaderWithoutAlways } from './cases/add-header-without-always';
import { apiGatewayResponseWithoutCors } from './cases/api-gateway-response-without-cors';
import { authRejectsPreflight } from './cases/auth-rejects-preflight';
import { authorizationDroppedByRedirect } from './cases/authorization-dropped-by-redirect';
import { authorizerOnPreflight } from './cases/authorizer-on-preflight';
import { beaconWithJson } from './cases/beacon-with-json';
import { bodyLimitWithoutCors } from './cases/body-limit-without-cors';
import { botChallenge } from './cases/bot-challenge';
import { bucketRegionRedirect } from './cases/bucket-region-redirect';
import { corpSameOriginDefault } from './cases/corp-same-origin-default';
import { cspSandbox } from './cases/csp-sandbox';
import { csrfLayerRedirectsPreflight } from './cases/csrf-layer-redirects-preflight';
import { defaultEmbeddingHeaders } from './cases/default-embedding-headers';
import { deploymentProtection } from './cases/deployment-protection';
import { devServerRefusesOwnHost } from './cases/dev-server-refuses-own-host';
import { embedderPolicyNeedsCorp } from './cases/embedder-policy-needs-corp';
import { errorPageInsteadOfResource } from './cases/error-page-instead-of-resource';
import { errorWithoutCors } from './cases/error-without-cors';
import { eventStreamOutsideCors } from './cases/event-stream-outside-cors';
import { fontPreloadMode } from './cases/font-preload-mode';
import { frameNeedsEmbedderPolicy } from './cases/frame-needs-embedder-policy';
import { gatewayErrorWithoutCors } from './cases/gateway-error-without-cors';
import { handlerRunsOnOptions } from './cases/handler-runs-on-options';
import { httpsRedirectOnPreflight } from './cases/https-redirect-on-preflight';
import { invokerNotPublic } from './cases/invoker-not-public';
import { listenerReadsForeignWindow } from './cases/listener-reads-foreign-window';
import { listenerWithoutOriginCheck } from './cases/listener-without-origin-check';
import { localModelServerRefusesOrigin } from './cases/local-model-server-refuses-origin';
import { loginLoopInFrame } from './cases/login-loop-in-frame';
import { loginRedirect } from './cases/login-redirect';
import { manifestWithoutCredentials } from './cases/manifest-without-credentials';
import { mcpHeaderNotAllowed } from './cases/mcp-header-not-allowed';
import { mcpSessionNotExposed } from './cases/mcp-session-not-exposed';
import { messageBeforeLoad } from './cases/message-before-load';
import { messageToOpaqueFrame } from './cases/message-to-opaque-frame';
import { movedPathRedirectsPreflight } from './cases/moved-path-redirects-preflight';
import { oauthMetadataWithoutCors } from './cases/oauth-metadata-without-cors';
import { obsoletePrivateNetworkHeader } from './cases/obsolete-private-network-header';
import { originNullAfterRedirect } from './cases/origin-null-after-redirect';
import { rangeHeadersNotExposed } from './cases/range-headers-not-exposed';
import { rateLimitOnPreflight } from './cases/rate-limit-on-preflight';
import { rateLimitWithoutCors } from './cases/rate-limit-without-cors';
import { relayComparesSource } from './cases/relay-compares-source';
import { routeWithOwnCors } from './cases/route-with-own-cors';
import { sandboxOfOwnOrigin } from './cases/sandbox-of-own-origin';
import { sandboxWithoutOrigin } from './cases/sandbox-without-origin';
import { sdkHeaderNotAllowed } from './cases/sdk-header-not-allowed';
import { taintedCanvas } from './cases/tainted-canvas';
import { targetOriginMismatch } from './cases/target-origin-mismatch';
import { trailingSlashRedirect } from './cases/trailing-slash-redirect';
import { webSocketOriginRefused } from './cases/web-socket-origin-refused';
import { wildcardTargetOrigin } from './cases/wildcard-target-origin';
import { windowsAuthRejectsPreflight } from './cases/windows-auth-rejects-preflight';
import { workerFromDataUrl } from './cases/worker-from-data-url';

/** The corpus: public reports, rebuilt before there were rules for them. */
export const causeCases: readonly CauseCase[] = [
  addHeaderWithoutAlways,
  apiGatewayResponseWithoutCors,
  authRejectsPreflight,
  authorizationDroppedByRedirect,
  authorizerOnPreflight,
  beaconWithJson,
  bodyLimitWithoutCors,
  botChallenge,
  bucketRegionRedirect,
  corpSameOriginDefault,
  cspSandbox,
  csrfLayerRedirectsPreflight,
  defaultEmbeddingHeaders,
  deploymentProtection,
  devServerRefusesOwnHost,
  embedderPolicyNeedsCorp,
  errorPageInsteadOfResource,
  errorWithoutCors,
  eventStreamOutsideCors,
  fontPreloadMode,
  frameNeedsEmbedderPolicy,
  gatewayErrorWithoutCors,
  handlerRunsOnOptions,
  httpsRedirectOnPreflight,
  invokerNotPublic,
  listenerReadsForeignWindow,
  listenerWithoutOriginCheck,
  localModelServerRefusesOrigin,
  loginLoopInFrame,
  loginRedirect,
  manifestWithoutCredentials,
  mcpHeaderNotAllowed,
  mcpSessionNotExposed,
  messageBeforeLoad,
  messageToOpaqueFrame,
  movedPathRedirectsPreflight,
  oauthMetadataWithoutCors,
  obsoletePrivateNetworkHeader,
  originNullAfterRedirect,
  rangeHeadersNotExposed,
  rateLimitOnPreflight,
  rateLimitWithoutCors,
  relayComparesSource,
  routeWithOwnCors,
  sandboxOfOwnOrigin,
  sandboxWithoutOrigin,
  sdkHeaderNotAllowed,
  taintedCanvas,
  targetOriginMismatch,
  trailingSlashRedirect,
  webSocketOriginRefused,
  wildcardTargetOrigin,
  windowsAuthRejectsPreflight,
  workerFromDataUrl,
];

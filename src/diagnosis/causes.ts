import type { Cause } from './cause';
import { apiGatewayError } from './causes/api-gateway-error';
import { apiGatewayPreflight } from './causes/api-gateway-preflight';
import { beaconWithJson } from './causes/beacon-with-json';
import { bodyTooLarge } from './causes/body-too-large';
import { botChallenge } from './causes/bot-challenge';
import { bucketRegionRedirect } from './causes/bucket-region-redirect';
import { cachedForOtherOrigin } from './causes/cached-for-other-origin';
import { cachedWithoutOrigin } from './causes/cached-without-origin';
import { cdnCachedWithoutOrigin } from './causes/cdn-cached-without-origin';
import { clientCertificate } from './causes/client-certificate';
import { cloudFunctionInvoker } from './causes/cloud-function-invoker';
import { contentBlocker } from './causes/content-blocker';
import { contentSecurityPolicy } from './causes/content-security-policy';
import { cookieWithoutPartitioned } from './causes/cookie-without-partitioned';
import { credentialsCase } from './causes/credentials-case';
import { credentialsNotIncluded } from './causes/credentials-not-included';
import { credentialsTwice } from './causes/credentials-twice';
import { crossOriginWorker } from './causes/cross-origin-worker';
import { cspSandbox } from './causes/csp-sandbox';
import { defaultEmbeddingHeaders } from './causes/default-embedding-headers';
import { deploymentProtection } from './causes/deployment-protection';
import { devServerOrigin } from './causes/dev-server-origin';
import { devServerRefusesOwnHost } from './causes/dev-server-refuses-own-host';
import { downgradedRedirect } from './causes/downgraded-redirect';
import { embedderPolicy } from './causes/embedder-policy';
import { errorPageForResource } from './causes/error-page-for-resource';
import { errorWithoutCors } from './causes/error-without-cors';
import { eventStreamOutsideCors } from './causes/event-stream-outside-cors';
import { extensionHeader } from './causes/extension-header';
import { extensionScript } from './causes/extension-script';
import { fontPreloadMode } from './causes/font-preload-mode';
import { frameNeedsEmbedderPolicy } from './causes/frame-needs-embedder-policy';
import { gatewayError } from './causes/gateway-error';
import { headerNotExposed } from './causes/header-not-exposed';
import { headerNotListed } from './causes/header-not-listed';
import { headerTwice } from './causes/header-twice';
import { hstsRedirect } from './causes/hsts-redirect';
import { httpsRedirect } from './causes/https-redirect';
import { listenerReadsForeignWindow } from './causes/listener-reads-foreign-window';
import { localModelServerRefusesOrigin } from './causes/local-model-server-refuses-origin';
import { localNetworkFramePermission } from './causes/local-network-frame-permission';
import { localNetworkPermission } from './causes/local-network-permission';
import { loginLoopInFrame } from './causes/login-loop-in-frame';
import { loginRedirect } from './causes/login-redirect';
import { loopbackMixedContent } from './causes/loopback-mixed-content';
import { loopbackSpelling } from './causes/loopback-spelling';
import { lowerCaseMethod } from './causes/lower-case-method';
import { manifestWithoutCredentials } from './causes/manifest-without-credentials';
import { mcpHeaderNotAllowed } from './causes/mcp-header-not-allowed';
import { mcpSessionNotExposed } from './causes/mcp-session-not-exposed';
import { methodNotListed } from './causes/method-not-listed';
import { misspelledHeader } from './causes/misspelled-header';
import { mixedContent } from './causes/mixed-content';
import { nginxHeaderNotAlways } from './causes/nginx-header-not-always';
import { noAnswerToPreflight } from './causes/no-answer-to-preflight';
import { noCorsAsCure } from './causes/no-cors-as-cure';
import { noOptionsRoute } from './causes/no-options-route';
import { oauthMetadataWithoutCors } from './causes/oauth-metadata-without-cors';
import { obsoletePrivateNetworkHeader } from './causes/obsolete-private-network-header';
import { opaqueOrigin } from './causes/opaque-origin';
import { openerSevered } from './causes/opener-severed';
import { optionsByServer } from './causes/options-by-server';
import { optionsHandlerFails } from './causes/options-handler-fails';
import { originKeyedDocumentDomain } from './causes/origin-keyed-document-domain';
import { originList } from './causes/origin-list';
import { originWildcardPattern } from './causes/origin-wildcard-pattern';
import { originWithPath } from './causes/origin-with-path';
import { originWithoutScheme } from './causes/origin-without-scheme';
import { otherPort } from './causes/other-port';
import { ownPolicy } from './causes/own-policy';
import { platformAnswersPreflight } from './causes/platform-answers-preflight';
import { preflightAuthentication } from './causes/preflight-authentication';
import { preflightLoginRedirect } from './causes/preflight-login-redirect';
import { preflightRateLimit } from './causes/preflight-rate-limit';
import { preflightRedirect } from './causes/preflight-redirect';
import { rangeHeadersNotExposed } from './causes/range-headers-not-exposed';
import { rateLimit } from './causes/rate-limit';
import { refusedOriginThrows } from './causes/refused-origin-throws';
import { relayComparesSource } from './causes/relay-compares-source';
import { resourcePolicy } from './causes/resource-policy';
import { responseHeaderSent } from './causes/response-header-sent';
import { routeWithOwnCors } from './causes/route-with-own-cors';
import { routeWithoutCors } from './causes/route-without-cors';
import { sdkHeaderNotAllowed } from './causes/sdk-header-not-allowed';
import { secureCookieOnHttp } from './causes/secure-cookie-on-http';
import { serverHasDoneIt } from './causes/server-has-done-it';
import { serverNotRunning } from './causes/server-not-running';
import { serviceWorkerCachedOpaque } from './causes/service-worker-cached-opaque';
import { sessionCookieSameSite } from './causes/session-cookie-same-site';
import { slashRedirect } from './causes/slash-redirect';
import { socketOriginCheck } from './causes/socket-origin-check';
import { strippedAuthorization } from './causes/stripped-authorization';
import { taintedCanvas } from './causes/tainted-canvas';
import { taintedOrigin } from './causes/tainted-origin';
import { tracingHeaders } from './causes/tracing-headers';
import { unblockingExtension } from './causes/unblocking-extension';
import { unknownHost } from './causes/unknown-host';
import { unreachableAddress } from './causes/unreachable-address';
import { untrustedCertificate } from './causes/untrusted-certificate';
import { uploadListener } from './causes/upload-listener';
import { wildcardHeaders } from './causes/wildcard-headers';
import { wildcardWithCredentials } from './causes/wildcard-with-credentials';
import { wildcardWithoutAuthorization } from './causes/wildcard-without-authorization';
import { windowsAuthentication } from './causes/windows-authentication';
import { workerFromDataUrl } from './causes/worker-from-data-url';
import { wwwRedirect } from './causes/www-redirect';

/** All causes by their codes, the more special before the more general. */
export const causes = {
  'platform-answers-preflight': platformAnswersPreflight,
  'refused-origin-throws': refusedOriginThrows,
  'deployment-protection': deploymentProtection,
  'oauth-metadata-without-cors': oauthMetadataWithoutCors,
  'local-model-server-refuses-origin': localModelServerRefusesOrigin,
  'event-stream-outside-cors': eventStreamOutsideCors,
  'manifest-without-credentials': manifestWithoutCredentials,
  'beacon-with-json': beaconWithJson,
  'route-with-own-cors': routeWithOwnCors,
  'worker-from-data-url': workerFromDataUrl,
  'csp-sandbox': cspSandbox,
  'credentials-twice': credentialsTwice,
  'mcp-header-not-allowed': mcpHeaderNotAllowed,
  'mcp-session-not-exposed': mcpSessionNotExposed,
  'sdk-header-not-allowed': sdkHeaderNotAllowed,
  'obsolete-private-network-header': obsoletePrivateNetworkHeader,
  'range-headers-not-exposed': rangeHeadersNotExposed,
  'service-worker-cached-opaque': serviceWorkerCachedOpaque,
  'local-network-frame-permission': localNetworkFramePermission,
  'loopback-mixed-content': loopbackMixedContent,
  'frame-needs-embedder-policy': frameNeedsEmbedderPolicy,
  'default-embedding-headers': defaultEmbeddingHeaders,
  'dev-server-refuses-own-host': devServerRefusesOwnHost,
  'session-cookie-same-site': sessionCookieSameSite,
  'cookie-without-partitioned': cookieWithoutPartitioned,
  'credentials-not-included': credentialsNotIncluded,
  'secure-cookie-on-http': secureCookieOnHttp,
  'login-loop-in-frame': loginLoopInFrame,
  'tainted-canvas': taintedCanvas,
  'font-preload-mode': fontPreloadMode,
  'windows-authentication': windowsAuthentication,
  'api-gateway-preflight': apiGatewayPreflight,
  'api-gateway-error': apiGatewayError,
  'cloud-function-invoker': cloudFunctionInvoker,
  'bot-challenge': botChallenge,
  'preflight-login-redirect': preflightLoginRedirect,
  'login-redirect': loginRedirect,
  'preflight-rate-limit': preflightRateLimit,
  'rate-limit': rateLimit,
  'body-too-large': bodyTooLarge,
  'preflight-authentication': preflightAuthentication,
  'client-certificate': clientCertificate,
  'no-options-route': noOptionsRoute,
  'options-by-server': optionsByServer,
  'options-handler-fails': optionsHandlerFails,
  'nginx-header-not-always': nginxHeaderNotAlways,
  'gateway-error': gatewayError,
  'error-without-cors': errorWithoutCors,
  'hsts-redirect': hstsRedirect,
  'https-redirect': httpsRedirect,
  'downgraded-redirect': downgradedRedirect,
  'slash-redirect': slashRedirect,
  'www-redirect': wwwRedirect,
  'bucket-region-redirect': bucketRegionRedirect,
  'tainted-origin': taintedOrigin,
  'stripped-authorization': strippedAuthorization,
  'preflight-redirect': preflightRedirect,
  'header-twice': headerTwice,
  'origin-list': originList,
  'misspelled-header': misspelledHeader,
  'credentials-case': credentialsCase,
  'origin-with-path': originWithPath,
  'origin-without-scheme': originWithoutScheme,
  'origin-wildcard-pattern': originWildcardPattern,
  'loopback-spelling': loopbackSpelling,
  'opaque-origin': opaqueOrigin,
  'cached-for-other-origin': cachedForOtherOrigin,
  'other-port': otherPort,
  'cached-without-origin': cachedWithoutOrigin,
  'cdn-cached-without-origin': cdnCachedWithoutOrigin,
  'dev-server-origin': devServerOrigin,
  'route-without-cors': routeWithoutCors,
  'unblocking-extension': unblockingExtension,
  'wildcard-with-credentials': wildcardWithCredentials,
  'tracing-headers': tracingHeaders,
  'extension-header': extensionHeader,
  'response-header-sent': responseHeaderSent,
  'wildcard-headers': wildcardHeaders,
  'header-not-listed': headerNotListed,
  'lower-case-method': lowerCaseMethod,
  'method-not-listed': methodNotListed,
  'upload-listener': uploadListener,
  'header-not-exposed': headerNotExposed,
  'no-cors-as-cure': noCorsAsCure,
  'unreachable-address': unreachableAddress,
  'content-blocker': contentBlocker,
  'untrusted-certificate': untrustedCertificate,
  'server-not-running': serverNotRunning,
  'unknown-host': unknownHost,
  'mixed-content': mixedContent,
  'local-network-permission': localNetworkPermission,
  'resource-policy': resourcePolicy,
  'error-page-for-resource': errorPageForResource,
  'extension-script': extensionScript,
  'socket-origin-check': socketOriginCheck,
  'cross-origin-worker': crossOriginWorker,
  'content-security-policy': contentSecurityPolicy,
  'own-policy': ownPolicy,
  'embedder-policy': embedderPolicy,
  'no-answer-to-preflight': noAnswerToPreflight,
  'listener-reads-foreign-window': listenerReadsForeignWindow,
  'opener-severed': openerSevered,
  'origin-keyed-document-domain': originKeyedDocumentDomain,
  'relay-compares-source': relayComparesSource,
  'wildcard-without-authorization': wildcardWithoutAuthorization,
  'server-has-done-it': serverHasDoneIt,
} as const satisfies Readonly<Record<string, Cause>>;

/** The code of a cause. */
export type CauseCode = keyof typeof causes;

import type { Cause } from './cause';
import { apiGatewayError } from './causes/api-gateway-error';
import { apiGatewayPreflight } from './causes/api-gateway-preflight';
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
import { credentialsCase } from './causes/credentials-case';
import { crossOriginWorker } from './causes/cross-origin-worker';
import { devServerOrigin } from './causes/dev-server-origin';
import { downgradedRedirect } from './causes/downgraded-redirect';
import { embedderPolicy } from './causes/embedder-policy';
import { errorPageForResource } from './causes/error-page-for-resource';
import { errorWithoutCors } from './causes/error-without-cors';
import { extensionHeader } from './causes/extension-header';
import { extensionScript } from './causes/extension-script';
import { gatewayError } from './causes/gateway-error';
import { headerNotExposed } from './causes/header-not-exposed';
import { headerNotListed } from './causes/header-not-listed';
import { headerTwice } from './causes/header-twice';
import { hstsRedirect } from './causes/hsts-redirect';
import { httpsRedirect } from './causes/https-redirect';
import { localNetworkPermission } from './causes/local-network-permission';
import { loginRedirect } from './causes/login-redirect';
import { loopbackSpelling } from './causes/loopback-spelling';
import { lowerCaseMethod } from './causes/lower-case-method';
import { methodNotListed } from './causes/method-not-listed';
import { misspelledHeader } from './causes/misspelled-header';
import { mixedContent } from './causes/mixed-content';
import { nginxHeaderNotAlways } from './causes/nginx-header-not-always';
import { noAnswerToPreflight } from './causes/no-answer-to-preflight';
import { noCorsAsCure } from './causes/no-cors-as-cure';
import { noOptionsRoute } from './causes/no-options-route';
import { opaqueOrigin } from './causes/opaque-origin';
import { optionsByServer } from './causes/options-by-server';
import { optionsHandlerFails } from './causes/options-handler-fails';
import { originList } from './causes/origin-list';
import { originWildcardPattern } from './causes/origin-wildcard-pattern';
import { originWithPath } from './causes/origin-with-path';
import { originWithoutScheme } from './causes/origin-without-scheme';
import { otherPort } from './causes/other-port';
import { ownPolicy } from './causes/own-policy';
import { preflightAuthentication } from './causes/preflight-authentication';
import { preflightLoginRedirect } from './causes/preflight-login-redirect';
import { preflightRateLimit } from './causes/preflight-rate-limit';
import { preflightRedirect } from './causes/preflight-redirect';
import { rateLimit } from './causes/rate-limit';
import { resourcePolicy } from './causes/resource-policy';
import { responseHeaderSent } from './causes/response-header-sent';
import { routeWithoutCors } from './causes/route-without-cors';
import { serverNotRunning } from './causes/server-not-running';
import { slashRedirect } from './causes/slash-redirect';
import { socketOriginCheck } from './causes/socket-origin-check';
import { strippedAuthorization } from './causes/stripped-authorization';
import { taintedOrigin } from './causes/tainted-origin';
import { tracingHeaders } from './causes/tracing-headers';
import { unblockingExtension } from './causes/unblocking-extension';
import { unknownHost } from './causes/unknown-host';
import { unreachableAddress } from './causes/unreachable-address';
import { untrustedCertificate } from './causes/untrusted-certificate';
import { uploadListener } from './causes/upload-listener';
import { wildcardHeaders } from './causes/wildcard-headers';
import { wildcardWithCredentials } from './causes/wildcard-with-credentials';
import { windowsAuthentication } from './causes/windows-authentication';
import { wwwRedirect } from './causes/www-redirect';

/** All causes by their codes, the more special before the more general. */
export const causes = {
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
} as const satisfies Readonly<Record<string, Cause>>;

/** The code of a cause. */
export type CauseCode = keyof typeof causes;

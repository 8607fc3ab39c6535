import { describe, expect, test } from 'vitest';
import type { CauseCode as NamedCause } from '../../src/diagnosis/causes';
import type { ExplainedExchange } from '../../src/recording/requests/explain-exchanges';
import { type CauseCase, type Variant, variantsOf } from './case';
import type { CauseCode } from './codes';
import { explained, readRecording } from './read-recording';
import type { RecordingBrowser } from './recording';
import { recordedOrigin } from './serve';
import { causeCases } from './table';

// The corpus was written before the rules. A case without a rule of its own is not in this table yet.
const rules: Readonly<Partial<Record<CauseCode, NamedCause>>> = {
  'auth-rejects-preflight': 'preflight-authentication',
  'windows-auth-rejects-preflight': 'windows-authentication',
  'csrf-layer-redirects-preflight': 'preflight-login-redirect',
  'error-without-cors': 'error-without-cors',
  'add-header-without-always': 'nginx-header-not-always',
  'gateway-error-without-cors': 'gateway-error',
  'body-limit-without-cors': 'body-too-large',
  'rate-limit-without-cors': 'rate-limit',
  'rate-limit-on-preflight': 'preflight-rate-limit',
  'api-gateway-response-without-cors': 'api-gateway-error',
  'authorizer-on-preflight': 'api-gateway-preflight',
  'invoker-not-public': 'cloud-function-invoker',
  'bot-challenge': 'bot-challenge',
  'login-redirect': 'login-redirect',
  'https-redirect-on-preflight': 'https-redirect',
  'trailing-slash-redirect': 'slash-redirect',
  'moved-path-redirects-preflight': 'preflight-redirect',
  'bucket-region-redirect': 'bucket-region-redirect',
  'origin-null-after-redirect': 'tainted-origin',
  'authorization-dropped-by-redirect': 'stripped-authorization',
  'header-added-twice': 'header-twice',
  'list-of-origins': 'origin-list',
  'credentials-header-twice': 'header-twice',
  'credentials-header-capitalized': 'credentials-case',
  'allowed-origin-with-slash': 'origin-with-path',
  'allowed-origin-without-scheme': 'origin-without-scheme',
  'subdomain-wildcard': 'origin-wildcard-pattern',
  'loopback-spelling': 'loopback-spelling',
  'dev-server-cors-narrowed': 'dev-server-origin',
  'no-options-route': 'no-options-route',
  'web-server-answers-options': 'options-by-server',
  'cors-after-routes': 'route-without-cors',
  'wildcard-with-credentials': 'wildcard-with-credentials',
  'header-wildcard-with-credentials': 'wildcard-headers',
  'tracing-header-not-allowed': 'tracing-headers',
  'response-header-on-request': 'response-header-sent',
  'lowercase-patch': 'lower-case-method',
  'upload-listener-preflight': 'upload-listener',
  'header-not-exposed': 'header-not-exposed',
  'misspelled-cors-header': 'misspelled-header',
  'cdn-cached-without-vary': 'cdn-cached-without-origin',
  'cached-for-another-origin': 'cached-for-other-origin',
  'no-cors-as-cure': 'no-cors-as-cure',
  'page-network-policy': 'own-policy',
  'handler-runs-on-options': 'options-handler-fails',
  'corp-same-origin-default': 'resource-policy',
  'embedder-policy-needs-corp': 'embedder-policy',
  'error-page-instead-of-resource': 'error-page-for-resource',
  'sandbox-without-origin': 'opaque-origin',
  'csp-sandbox': 'opaque-origin',
};

const runs = causeCases.flatMap((definition) => {
  const browsers: readonly RecordingBrowser[] = definition.only ? [definition.only] : ['chromium', 'firefox'];
  return browsers.map((browser) => ({ cause: definition.cause, browser, definition }));
});
const ruled = runs.filter(({ cause }) => rules[cause] !== undefined);

function requestsOf({ cause }: CauseCase, variant: Variant, browser: RecordingBrowser) {
  const { exchanges } = explained(readRecording(cause, variant, browser));
  return exchanges.filter(({ facts }) => facts.preflightFor === null);
}

/** The requests that a case is about. */
function rowsOf(definition: CauseCase, requests: readonly ExplainedExchange[]) {
  const { at = '', method } = definition.row ?? {};
  const [name = '', path = ''] = at.split(/:(.*)/);
  const start = recordedOrigin(definition, name) + path;
  return requests.filter(
    ({ facts: { hops } }) =>
      hops.some(({ url }) => url.startsWith(start)) && (method === undefined || hops[0]?.method === method),
  );
}

describe('a public report', () => {
  test.each(ruled)('$cause has its cause first in $browser', ({ cause, browser, definition }) => {
    const rows = rowsOf(definition, requestsOf(definition, 'broken', browser));
    const failed = rows.find(({ verdict }) => verdict.outcome === definition.row?.outcome);
    expect(failed?.causes[0]?.code).toBe(rules[cause]);
  });

  test.each(ruled)('$cause is not named of its twin in $browser', ({ cause, browser, definition }) => {
    const rows = rowsOf(definition, requestsOf(definition, 'twin', browser));
    expect(rows.flatMap(({ causes }) => causes.map(({ code }) => code))).not.toContain(rules[cause]);
  });

  test.each(runs.filter(({ definition }) => variantsOf(definition).includes('fix')))(
    '$cause has no cause once it is fixed in $browser',
    ({ browser, definition }) => {
      const found = requestsOf(definition, 'fix', browser).flatMap(({ causes }) => causes);
      expect(found).toEqual([]);
    },
  );
});

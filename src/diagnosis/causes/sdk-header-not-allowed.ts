import type { Cause } from '../cause';
import { missingLines, missingNames } from '../missing-names';

/** Headers that client libraries add to every request. */
const ofLibraries =
  /^(x-stainless-[\w-]+|x-client-info|x-mastra-[\w-]+|x-supabase-[\w-]+|x-goog-api-client|x-firebase-[\w-]+|x-parse-[\w-]+|x-algolia-[\w-]+|apollographql-client-[\w-]+|apollo-require-preflight|x-ms-client-request-id|x-amz-user-agent|amz-sdk-[\w-]+|anthropic-version|anthropic-beta|anthropic-dangerous-direct-browser-access|openai-[\w-]+|x-posthog-[\w-]+)$/;

/** A client library adds a header that the server does not allow. */
export const sdkHeaderNotAllowed: Cause = {
  actor: 'api',
  covers: ['header-not-listed'],
  match(context) {
    const names = missingNames(context).filter((name) => ofLibraries.test(name));
    if (names.length === 0) return null;
    return {
      confidence: 'likely',
      evidence: missingLines(context, names),
      values: { names: names.join(', ') },
    };
  },
};

import { unusedPort } from '../../../playground/listen';
import { holdPolicy } from '../../../src/cli/check/hold-policy';
import type { CorsPolicy } from '../../../src/remedy/policy';
import type { LiveStart } from './live-app';

/** Starts a server with a policy, and returns the rules of `corscope check` that it breaks, sorted. */
export async function brokenRules(
  start: LiveStart,
  texts: readonly string[],
  policy: CorsPolicy,
  prefix: string,
): Promise<readonly string[]> {
  const [port, behind] = [await unusedPort(), await unusedPort()];
  const started = await start(port, texts[0] ?? '', { second: texts[1] ?? '', behind });
  try {
    const { origins, methods, requestHeaders: headers, exposedHeaders: exposed } = policy;
    const { credentials, maxAgeSeconds } = policy;
    const checks = await holdPolicy(`http://api.shop.localhost:${port}`, {
      ...{ origins, refused: [], methods, headers, exposed, credentials, maxAgeSeconds },
      routes: [`${prefix}/data`],
      errors: ['/missing', '/fail', '/secret'].map((path) => prefix + path),
    });
    return [...new Set(checks.flatMap(({ isKept, rule }) => (isKept ? [] : [rule])))].sort();
  } finally {
    await started.close();
  }
}

const safelisted: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);
const normalized: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);

/** Whether `method` needs no preflight. @see https://fetch.spec.whatwg.org/#cors-safelisted-method */
export function isCorsSafelistedMethod(method: string): boolean {
  return safelisted.has(method);
}

/**
 * Returns `method` as it is sent: six methods in upper case, all others unchanged. So `patch` stays `patch`,
 * which is not `PATCH`.
 *
 * @see https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export function normalizeMethod(method: string): string {
  const upper = method.toUpperCase();
  return normalized.has(upper) ? upper : method;
}

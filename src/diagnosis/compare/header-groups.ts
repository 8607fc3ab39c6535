/** Headers that the CORS protocol reads, and those that decide which response a cache may return. */
const ofCors =
  /^(access-control-.*|origin|vary|timing-allow-origin|location|www-authenticate|authorization|content-type)$/;

/** Headers of other policies. */
const ofPolicies =
  /^(content-security-policy(-report-only)?|cross-origin-(embedder|opener|resource)-policy(-report-only)?|permissions-policy|referrer-policy|integrity-policy(-report-only)?|connection-allowlist(-report-only)?|document-isolation-policy(-report-only)?|origin-agent-cluster|x-frame-options|x-content-type-options|strict-transport-security|cache-control|content-disposition|content-range|retry-after|age|sec-fetch-(mode|dest|site))$/;

/** Headers that differ in every response or belong to the connection. They are not compared. */
const volatile =
  /^(date|expires|last-modified|etag|server-timing|keep-alive|connection|content-length|transfer-encoding|traceparent|tracestate|nel|report-to|reporting-endpoints|x-(request|correlation|trace|amz|amzn|ms|vercel|cloud-trace)-.*|x-runtime|x-timer|x-response-time|x-served-by|cf-ray|via|sec-ch-.*|user-agent|accept(-.*)?|priority|te|upgrade-insecure-requests|pragma)$/;

/** Whether a header, in lower case, is read by the CORS protocol. */
export function isCorsHeader(name: string): boolean {
  return ofCors.test(name);
}

/** Whether a header, in lower case, belongs to another policy. */
export function isPolicyHeader(name: string): boolean {
  return ofPolicies.test(name);
}

/** Whether the value of a header, in lower case, differs in every response, so that it is not compared. */
export function isVolatile(name: string): boolean {
  return volatile.test(name);
}

/** Whether a header of a document decides about the document's requests. */
export function isDocumentPolicy(name: string): boolean {
  return /^(content-security-policy|cross-origin-embedder-policy|cross-origin-opener-policy|permissions-policy|integrity-policy|connection-allowlist|document-isolation-policy|referrer-policy)$/i.test(
    name,
  );
}

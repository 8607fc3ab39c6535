import { headerValues } from './headers';
import type { FetchResponse } from './model';
import { decide, type Trace } from './trace';

/** The value of a document's embedder policy. @see https://html.spec.whatwg.org/#embedder-policy-value */
export type EmbedderPolicyValue = 'unsafe-none' | 'credentialless' | 'require-corp';

/** A document's embedder policy and its Document-Isolation-Policy, which only Chrome has. */
export interface EmbedderPolicy {
  readonly value: EmbedderPolicyValue;
  /** @see https://wicg.github.io/document-isolation-policy/ */
  readonly isolation: EmbedderPolicyValue;
}

/** The policy of a document without one. */
export const noEmbedderPolicy: EmbedderPolicy = { value: 'unsafe-none', isolation: 'unsafe-none' };

/**
 * Returns the embedder policy that a document was served with. Only secure contexts have one: the headers are
 * ignored over plain http.
 *
 * @see https://html.spec.whatwg.org/#obtain-an-embedder-policy
 */
export function embedderPolicyOf({ headerList }: FetchResponse, isSecureContext: boolean): EmbedderPolicy {
  if (!isSecureContext) return noEmbedderPolicy;
  const value = itemOf(headerValues(headerList, 'Cross-Origin-Embedder-Policy'));
  const isolation = itemOf(headerValues(headerList, 'Document-Isolation-Policy'));
  return { value: toValue(value), isolation: toValue(/^isolate-and-(.*)/.exec(isolation ?? '')?.[1]) };
}

/**
 * Returns the token of a structured item without its parameters; null if the header is missing, malformed or
 * repeated.
 */
export function itemOf(values: readonly string[]): string | null {
  const [value] = values;
  return values.length === 1 ? (/^([a-z][a-z-]*) *(?:;.*)?$/.exec(value ?? '')?.[1] ?? null) : null;
}

function toValue(token: string | null | undefined): EmbedderPolicyValue {
  return token === 'require-corp' || token === 'credentialless' ? token : 'unsafe-none';
}

/**
 * Whether a document may load in a frame of a page with the embedder policy `parent`. A page that requires
 * isolation embeds only documents that require it too.
 *
 * @see https://html.spec.whatwg.org/#check-a-navigation-response's-adherence-to-its-embedder-policy
 */
export function embedderPolicyCheck(
  parent: EmbedderPolicy,
  framed: EmbedderPolicy,
): Trace<'allowed' | 'blocked'> {
  const isDemanded = parent.value !== 'unsafe-none';
  const isKept = framed.value !== 'unsafe-none';
  const evidence = { parentPolicy: parent.value, responsePolicy: framed.value };
  return decide<'allowed' | 'blocked'>('embedderPolicy', evidence, [
    { step: '5', when: !isDemanded || isKept, returns: 'allowed' },
    { step: '7', when: true, returns: 'blocked', finding: 'coep-frame' },
  ]);
}

/**
 * Whether a page with the embedder policy `owner` may start a dedicated worker with the policy `worker`.
 *
 * @see https://html.spec.whatwg.org/#check-a-global-object's-embedder-policy
 */
export function workerEmbedderPolicyCheck(
  owner: EmbedderPolicyValue,
  worker: EmbedderPolicyValue,
): Trace<'allowed' | 'blocked'> {
  const evidence = { parentPolicy: owner, responsePolicy: worker };
  return decide<'allowed' | 'blocked'>('workerPolicy', evidence, [
    { step: '5', when: owner === 'unsafe-none', returns: 'allowed' },
    { step: '6', when: worker !== 'unsafe-none', returns: 'allowed' },
    { step: '8', when: true, returns: 'blocked', finding: 'coep-worker' },
  ]);
}

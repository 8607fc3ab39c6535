import { ancestorSources, isAncestorAllowed } from './frame-ancestors';
import type { FetchResponse, SerializedOrigin } from './model';
import { isSameOrigin, originOf } from './origin';
import { splitHeader } from './split-header';
import { decide, type Trace } from './trace';

/** A document that was loaded in a frame. */
export interface FramedDocument {
  readonly url: string;
  /** The origins of the frame's ancestor documents, nearest first; null if unknown. */
  readonly ancestors: readonly SerializedOrigin[] | null;
}

/**
 * Whether X-Frame-Options allows a document in a frame. `frame-ancestors` overrides it.
 *
 * @see https://html.spec.whatwg.org/#check-a-navigation-response's-adherence-to-x-frame-options
 */
export function frameOptionsCheck(
  { url, ancestors }: FramedDocument,
  { headerList }: FetchResponse,
): Trace<'allowed' | 'refused' | 'unknown'> {
  const options = new Set(splitHeader(headerList, 'X-Frame-Options')?.map((value) => value.toLowerCase()));
  const [option] = options;
  const isConfused = ['deny', 'allowall', 'sameorigin'].some((known) => options.has(known));
  const isForeign = ancestors?.some((ancestor) => !isSameOrigin(ancestor, originOf(url))) ?? false;
  const isSameOnly = option === 'sameorigin';

  const evidence = {
    options: options.size === 0 ? null : [...options].join(', '),
    ancestors: ancestors?.join(' ') ?? null,
    url,
  };
  const refused = 'frame-refused';
  return decide<'allowed' | 'refused' | 'unknown'>('frameOptions', evidence, [
    { step: '2', when: ancestorSources(headerList).length > 0, returns: 'allowed' },
    { step: '6', when: options.size > 1 && isConfused, returns: 'refused', finding: refused },
    { step: '7', when: options.size > 1, returns: 'allowed' },
    { step: '8', when: option === 'deny', returns: 'refused', finding: refused },
    { step: '9', when: isSameOnly && isForeign, returns: 'refused', finding: refused },
    { step: '9', when: isSameOnly && ancestors === null, returns: 'unknown' },
    { step: '10', when: true, returns: 'allowed' },
  ]);
}

/**
 * Whether all `frame-ancestors` directives allow a document in a frame; null if there is no such directive.
 *
 * @see https://w3c.github.io/webappsec-csp/#frame-ancestors-navigation-response
 */
export function frameAncestorsCheck(
  { url, ancestors }: FramedDocument,
  { headerList }: FetchResponse,
): Trace<'allowed' | 'refused' | 'unknown'> | null {
  const policies = ancestorSources(headerList);
  if (policies.length === 0) return null;
  const isRefusing = (sources: readonly string[]) =>
    ancestors?.some((ancestor) => !isAncestorAllowed(sources, ancestor, url)) ?? sources.length === 0;

  const evidence = {
    frameAncestors: policies.map((sources) => sources.join(' ') || "'none'").join(', '),
    ancestors: ancestors?.join(' ') ?? null,
    url,
  };
  return decide<'allowed' | 'refused' | 'unknown'>('frameAncestors', evidence, [
    { step: '5', when: policies.some(isRefusing), returns: 'refused', finding: 'frame-refused' },
    { step: '5', when: ancestors === null, returns: 'unknown' },
    { step: '6', when: true, returns: 'allowed' },
  ]);
}

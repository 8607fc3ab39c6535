import {
  ancestorSources,
  corpCheck,
  type EmbeddedLoad,
  type EmbedderPolicy,
  embedderPolicyCheck,
  embedderPolicyOf,
  type FetchResponse,
  type FindingCode,
  frameAncestorsCheck,
  frameOptionsCheck,
  getHeader,
  type IsSameSite,
  isPotentiallyTrustworthy,
  isSameOrigin,
  originOf,
  type SerializedOrigin,
} from '../engine';
import { type Need, withHeader } from './need';

/** A response that a page could not embed, with the pages around it. */
export interface Embedding {
  readonly hop: number;
  readonly load: EmbeddedLoad;
  readonly response: FetchResponse;
  /** The policy of the embedding page; null if unknown. */
  readonly embedder: EmbedderPolicy | null;
  /** For a frame's document: the origins of its ancestors, nearest first; null if unknown. */
  readonly ancestors: readonly SerializedOrigin[] | null;
}

const byCorp: ReadonlySet<FindingCode> = new Set([
  'corp-same-origin',
  'corp-same-site',
  'coep-require-corp',
  'coep-frame',
  'document-isolation-policy',
]);

/**
 * Returns the headers with which a response may be embedded, each verified by the check that blocked it. Empty
 * if none of `codes` is about embedding, or if no header can fix it.
 */
export function embeddingNeeds(
  embedding: Embedding,
  codes: readonly FindingCode[],
  isSameSite: IsSameSite,
): readonly Need[] {
  const { hop, response } = embedding;
  const need = (header: string, required: string): Need => ({
    purpose: 'pass',
    hop,
    on: 'response',
    header,
    current: getHeader(response.headerList, header),
    required,
    isSeen: true,
  });
  const corp = codes.some((code) => byCorp.has(code)) ? corpValue(embedding, isSameSite) : null;
  const coep = codes.includes('coep-frame') ? coepValue(embedding) : null;
  const policy = codes.includes('frame-refused') ? framingPolicy(embedding) : null;
  return [
    ...(corp === null ? [] : [need('Cross-Origin-Resource-Policy', corp)]),
    ...(coep === null ? [] : [need('Cross-Origin-Embedder-Policy', coep)]),
    ...(policy === null ? [] : [need('Content-Security-Policy', policy)]),
  ];
}

/** Returns the narrowest value that admits the page; null if none does, or none is needed. */
function corpValue({ load, response, embedder }: Embedding, isSameSite: IsSameSite): string | null {
  const resultOf = (of: FetchResponse) => corpCheck(load, of, embedder, isSameSite).result;
  if (resultOf(response) === 'allowed') return null;
  const values = ['same-site', 'cross-origin'];
  return (
    values.find(
      (value) => resultOf(withHeader(response, ['Cross-Origin-Resource-Policy', value])) === 'allowed',
    ) ?? null
  );
}

/** Returns the embedder policy that a frame's document needs; null if it has one, or can have none over http. */
function coepValue({ load: { url }, response, embedder }: Embedding): string | null {
  if (!isPotentiallyTrustworthy(url)) return null;
  const parent: EmbedderPolicy =
    embedder && embedder.value !== 'unsafe-none'
      ? embedder
      : { value: 'require-corp', isolation: 'unsafe-none' };
  const isBlocked = embedderPolicyCheck(parent, embedderPolicyOf(response, true)).result === 'blocked';
  return isBlocked ? parent.value : null;
}

/**
 * Returns the response's Content-Security-Policy with its `frame-ancestors` replaced, which overrides
 * X-Frame-Options. null if an ancestor is unknown or opaque: no source matches an opaque origin.
 */
function framingPolicy({ load: { url }, response, ancestors }: Embedding): string | null {
  if (!ancestors || ancestors.length === 0 || ancestors.includes('null')) return null;
  const own = originOf(url);
  const sources = [...new Set(ancestors)].map((origin) => (isSameOrigin(origin, own) ? "'self'" : origin));
  const directive = `frame-ancestors ${sources.join(' ')}`;
  const policies = (getHeader(response.headerList, 'Content-Security-Policy') ?? '').split(',');
  const others = policies.map((policy) =>
    policy
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !/^frame-ancestors(\s|$)/i.test(part)),
  );
  const [first = [], ...rest] = others;
  const value = [[...first, directive], ...rest]
    .filter((parts) => parts.length > 0)
    .map((parts) => parts.join('; '))
    .join(', ');
  const changed = withHeader(response, ['Content-Security-Policy', value]);
  const document = { url, ancestors };
  const isAllowed =
    ancestorSources(changed.headerList).length > 0 &&
    frameAncestorsCheck(document, changed)?.result === 'allowed' &&
    frameOptionsCheck(document, changed).result === 'allowed';
  return isAllowed ? value : null;
}

import { describe, expect, test } from 'vitest';
import type { EmbedderPolicy, FetchResponse, FindingCode } from '../../src/engine';
import { type Embedding, embeddingNeeds } from '../../src/remedy/embedding-needs';
import { http } from '../support/http';

const page = 'https://page.example';
const policy = (value: EmbedderPolicy['value']): EmbedderPolicy => ({ value, isolation: 'unsafe-none' });
const isSameSite = (a: string, b: string) => a.endsWith('page.example') && b.endsWith('page.example');

type Part = Partial<Pick<Embedding, 'embedder' | 'ancestors'>> & Partial<Embedding['load']>;
const neededBy = (codes: readonly FindingCode[], response: FetchResponse, part: Part = {}) => {
  const { embedder = null, ancestors = [page], ...load } = part;
  const whole = {
    origin: page,
    url: 'https://api.example/x',
    includesCredentials: true,
    isFrame: false,
    ...load,
  };
  return embeddingNeeds({ hop: 0, load: whole, response, embedder, ancestors }, codes, isSameSite).map(
    ({ header, current, required }) => `${header}: ${current} → ${required}`,
  );
};

const corp = 'Cross-Origin-Resource-Policy';
const coep = 'Cross-Origin-Embedder-Policy';
const csp = 'Content-Security-Policy';
const sameOrigin = http`
  200
  Cross-Origin-Resource-Policy: same-origin`;
const frame = { isFrame: true } as const;

describe('the headers that a response needs to be embedded', () => {
  // biome-ignore format: a table
  test.each<[string, readonly FindingCode[], FetchResponse, Part, readonly string[]]>([
    // what                                   codes                          response      around                                             needs
    ['none for a CORS failure',               ['allow-origin-missing'],      http`200`,    {},                                                []],
    ['another policy for another site',       ['corp-same-origin'],          sameOrigin,   {},                                                [`${corp}: same-origin → cross-origin`]],
    ['the site alone for its own site',       ['corp-same-origin'],          sameOrigin,   { url: 'https://cdn.page.example/x', embedder: policy('unsafe-none') },             [`${corp}: same-origin → same-site`]],
    ['a policy for COEP',                     ['coep-require-corp'],         http`200`,    { embedder: policy('require-corp') },              [`${corp}: null → cross-origin`]],
    ['a policy for an unknown COEP',          ['coep-require-corp'],         http`200`,    {},                                                [`${corp}: null → cross-origin`]],
    ['a policy for isolation',                ['document-isolation-policy'], http`200`,    { embedder: { value: 'unsafe-none', isolation: 'require-corp' } }, [`${corp}: null → cross-origin`]],
    ['both policies for a frame',             ['coep-frame'],                http`200`,    { ...frame, embedder: policy('credentialless') },  [`${corp}: null → cross-origin`, `${coep}: null → credentialless`]],
    ['the embedder policy for its own frame', ['coep-frame'],                http`200`,    { ...frame, embedder: policy('require-corp'), url: `${page}/f` }, [`${coep}: null → require-corp`]],
    ['only what a frame lacks',               ['coep-frame'],                http`
                                                                             200
                                                                             Cross-Origin-Embedder-Policy: require-corp`, { ...frame, embedder: policy('require-corp') }, [`${corp}: null → cross-origin`]],
    ['both for an unknown policy',            ['coep-frame'],                http`200`,    frame,                                             [`${corp}: null → cross-origin`, `${coep}: null → require-corp`]],
    ['no embedder policy over http',          ['coep-frame'],                http`200`,    { ...frame, url: 'http://api.example/' },          [`${corp}: null → cross-origin`]],
    ['frame-ancestors in place of XFO',       ['frame-refused'],             http`
                                                                             200
                                                                             X-Frame-Options: DENY`,         frame,                           [`${csp}: null → frame-ancestors https://page.example`]],
    ['frame-ancestors beside other rules',    ['frame-refused'],             http`
                                                                             200
                                                                             Content-Security-Policy: default-src 'self'; frame-ancestors 'none'`, { ...frame, ancestors: ['https://api.example', page] }, [`${csp}: default-src 'self'; frame-ancestors 'none' → default-src 'self'; frame-ancestors 'self' https://page.example`]],
    ['one list in place of two',              ['frame-refused'],             http`
                                                                             200
                                                                             Content-Security-Policy: frame-ancestors 'none', frame-ancestors https://a.example; img-src *`, frame, [`${csp}: frame-ancestors 'none', frame-ancestors https://a.example; img-src * → frame-ancestors https://page.example, img-src *`]],
    ['none for an opaque ancestor',           ['frame-refused'],             http`
                                                                             200
                                                                             X-Frame-Options: DENY`,         { ...frame, ancestors: ['null', page] }, []],
    ['none for unknown ancestors',            ['frame-refused'],             http`
                                                                             200
                                                                             X-Frame-Options: DENY`,         { ...frame, ancestors: null },   []],
  ])('are %s', (_, codes, response, part, expected) => {
    expect(neededBy(codes, response, part)).toEqual(expected);
  });
});

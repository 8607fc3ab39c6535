import { describe, expect, test } from 'vitest';
import {
  corpCheck,
  type EmbeddedLoad,
  type EmbedderPolicy,
  embedderPolicyCheck,
  embedderPolicyOf,
  noEmbedderPolicy,
} from '../../src/engine';
import { isSameSite } from '../../src/engine/site';
import { headers, http } from '../support/http';

const image: EmbeddedLoad = {
  origin: 'https://www.page.example',
  url: 'https://api.other.example/a.png',
  includesCredentials: true,
  isFrame: false,
};
const sibling = { url: 'https://img.page.example/a.png' };
const require: EmbedderPolicy = { value: 'require-corp', isolation: 'unsafe-none' };
const credentialless: EmbedderPolicy = { value: 'credentialless', isolation: 'unsafe-none' };
const isolated: EmbedderPolicy = { value: 'unsafe-none', isolation: 'require-corp' };

describe('the cross-origin resource policy check', () => {
  // biome-ignore format: a table
  test.each<[string, Partial<EmbeddedLoad>, EmbedderPolicy | null, string | null, string]>([
    // what                             load                                                          embedder          policy                      result
    ['no policy',                       {},                                                           noEmbedderPolicy, null,                       'allowed 5 null'],
    ['no policy, same origin',          { url: 'https://www.page.example/a' },                        require,          null,                       'allowed 5 null'],
    ['same-origin',                     {},                                                           noEmbedderPolicy, 'same-origin',              'blocked 3 corp-same-origin'],
    ['same-origin, same origin',        { url: 'https://www.page.example/a' },                        noEmbedderPolicy, 'same-origin',              'allowed 5 null'],
    ['same-origin, embedder unknown',   {},                                                           null,             'same-origin',              'blocked 3 corp-same-origin'],
    ['same-site, another site',         {},                                                           noEmbedderPolicy, 'same-site',                'blocked 3 corp-same-site'],
    ['same-site, same site',            sibling,                                                      noEmbedderPolicy, 'same-site',                'allowed 5 null'],
    ['same-site, from http to https',   { ...sibling, origin: 'http://www.page.example' },            noEmbedderPolicy, 'same-site',                'blocked 3 corp-same-site'],
    ['same-site, from https to http',   { url: 'http://img.page.example/' },                          noEmbedderPolicy, 'same-site',                'allowed 5 null'],
    ['same-site, an opaque page',       { ...sibling, origin: 'null' },                               noEmbedderPolicy, 'same-site',                'blocked 3 corp-same-site'],
    ['two values match nothing',        {},                                                           noEmbedderPolicy, 'same-origin, same-origin', 'allowed 5 null'],
    ['case-sensitive',                  {},                                                           noEmbedderPolicy, 'Same-Origin',              'allowed 5 null'],
    ['cross-origin',                    {},                                                           require,          'cross-origin',             'allowed 5 null'],
    ['cross-origin, embedder unknown',  {},                                                           null,             'cross-origin',             'allowed 5 null'],
    ['none, embedder unknown',          {},                                                           null,             null,                       'unknown 7 null'],
    ['none, require-corp',              {},                                                           require,          null,                       'blocked 7 coep-require-corp'],
    ['none, credentialless, with',      {},                                                           credentialless,   null,                       'blocked 7 coep-require-corp'],
    ['none, credentialless, without',   { includesCredentials: false },                               credentialless,   null,                       'allowed 5 null'],
    ['none, an isolated document',      {},                                                           isolated,         null,                       'blocked 7 document-isolation-policy'],
    ['a frame, not required',           { isFrame: true },                                            noEmbedderPolicy, 'same-origin',              'allowed 5 null'],
    ['a frame, required',               { isFrame: true },                                            require,          null,                       'blocked 7 coep-frame'],
    ['a frame, credentialless',         { isFrame: true, includesCredentials: false },                credentialless,   null,                       'blocked 7 coep-frame'],
    ['a frame, allowed',                { isFrame: true },                                            require,          'cross-origin',             'allowed 5 null'],
  ])('%s', (_, part, embedder, policy, expected) => {
    const headerList = policy === null ? [] : headers(`Cross-Origin-Resource-Policy: ${policy}`);
    const trace = corpCheck({ ...image, ...part }, { status: 200, headerList }, embedder, isSameSite);
    expect(`${trace.result} ${trace.step} ${trace.finding}`).toBe(expected);
  });

  test('is unknown for same-site without the public suffix list', () => {
    const response = http`200
      Cross-Origin-Resource-Policy: same-site`;
    expect(corpCheck({ ...image, ...sibling }, response, noEmbedderPolicy).result).toBe('unknown');
    const frame = { ...image, ...sibling, isFrame: true };
    expect(corpCheck(frame, response, require).result).toBe('unknown');
    expect(corpCheck(frame, response, noEmbedderPolicy).result).toBe('allowed');
  });
});

describe('an embedder policy', () => {
  // biome-ignore format: a table
  test.each([
    // Cross-Origin-Embedder-Policy         secure  value
    ['require-corp',                        true,   'require-corp'],
    ['require-corp; report-to="x"',         true,   'require-corp'],
    ['credentialless',                      true,   'credentialless'],
    ['require-corp',                        false,  'unsafe-none'],
    ['Require-Corp',                        true,   'unsafe-none'],
    ['"require-corp"',                      true,   'unsafe-none'],
    ['require-corp, require-corp',          true,   'unsafe-none'],
    ['',                                    true,   'unsafe-none'],
  ] as const)('"%s", secure: %s, is %s', (value, isSecure, expected) => {
    const response = { status: 200, headerList: [['Cross-Origin-Embedder-Policy', value]] as const };
    expect(embedderPolicyOf(response, isSecure).value).toBe(expected);
  });

  test('is unsafe-none if it is sent twice', () => {
    const headerList = headers(`Cross-Origin-Embedder-Policy: require-corp
      Cross-Origin-Embedder-Policy: require-corp`);
    expect(embedderPolicyOf({ status: 200, headerList }, true)).toEqual(noEmbedderPolicy);
  });

  test('may have only Document-Isolation-Policy', () => {
    const headerList = headers('Document-Isolation-Policy: isolate-and-credentialless');
    expect(embedderPolicyOf({ status: 200, headerList }, true).isolation).toBe('credentialless');
  });

  test.each(['none', 'require-corp', 'credentialless', 'isolate-and-nothing'])(
    'isolates nothing with the value %s',
    (value) => {
      const headerList = headers(`Document-Isolation-Policy: ${value}`);
      expect(embedderPolicyOf({ status: 200, headerList }, true)).toEqual(noEmbedderPolicy);
    },
  );

  // biome-ignore format: a table
  test.each([
    [noEmbedderPolicy, noEmbedderPolicy, 'allowed', '5'],
    [require,          noEmbedderPolicy, 'blocked', '7'],
    [require,          credentialless,   'allowed', '5'],
    [credentialless,   noEmbedderPolicy, 'blocked', '7'],
  ] as const)('of %j lets a document with %j be framed: %s', (parent, framed, result, step) => {
    expect(embedderPolicyCheck(parent, framed)).toMatchObject({ result, step });
  });
});

import { describe, expect, test } from 'vitest';
import {
  mimeTypeCheck,
  moduleTypeCheck,
  nosniffCheck,
  opaqueResponseBlocking,
  type TypedDestination,
} from '../../src/engine';
import { headers } from '../support/http';

const response = (type: string | null, options: string | null = null, status = 200) => ({
  status,
  headerList: [
    ...(type === null ? [] : headers(`Content-Type: ${type}`)),
    ...(options === null ? [] : headers(`X-Content-Type-Options: ${options}`)),
  ],
});

describe('opaque-response blocking', () => {
  // biome-ignore format: a table
  test.each([
    // type                                nosniff     status  result     step
    ['text/javascript',                    'nosniff',  200,    'allowed', '3.1'],
    ['text/css; charset=utf-8',            'nosniff',  200,    'allowed', '3.1'],
    ['image/svg+xml',                      'nosniff',  200,    'allowed', '3.1'],
    ['application/pdf',                    null,       200,    'blocked', '3.2'],
    ['text/csv',                           null,       200,    'blocked', '3.2'],
    ['text/html',                          null,       206,    'blocked', '3.3'],
    ['application/json',                   'nosniff',  200,    'blocked', '3.4'],
    ['application/ld+json',                'NoSniff',  200,    'blocked', '3.4'],
    ['application/atom+xml',               'nosniff',  200,    'blocked', '3.4'],
    ['text/html',                          'nosniff',  200,    'blocked', '3.4'],
    ['text/plain',                         'nosniff',  200,    'blocked', '3.4'],
    ['text/plain',                         null,       200,    'unknown', '5'],
    ['application/json',                   null,       200,    'unknown', '5'],
    ['image/png',                          'nosniff',  200,    'unknown', '5'],
    [null,                                 null,       200,    'unknown', '5'],
    ['no type',                            'nosniff',  200,    'unknown', '5'],
  ] as const)('of %s, %s, %i: %s at step %s', (type, options, status, result, step) => {
    const trace = opaqueResponseBlocking(response(type, options, status));
    expect(trace).toMatchObject({ result, step, finding: result === 'blocked' ? 'orb' : null });
  });
});

describe('the check of nosniff', () => {
  // biome-ignore format: a table
  test.each<[TypedDestination, string | null, string | null, string]>([
    // destination  type                          options            result
    ['script',  'text/plain',                     null,              'allowed 1'],
    ['script',  'text/plain',                     'sniff, nosniff',  'allowed 1'],
    ['script',  'text/plain',                     'nosniff',         'blocked 4'],
    ['script',  null,                             'nosniff, x',      'blocked 4'],
    ['script',  'text/javascript;charset=utf-8',  'NOSNIFF',         'allowed 6'],
    ['style',   'text/plain',                     'nosniff',         'blocked 5'],
    ['style',   'text/css',                       'nosniff',         'allowed 6'],
    ['other',   'text/plain',                     'nosniff',         'allowed 6'],
  ])('for a %s, %s, %s: %s', (destination, type, options, expected) => {
    const { result, step } = nosniffCheck(destination, response(type, options));
    expect(`${result} ${step}`).toBe(expected);
  });
});

describe('the check of the MIME type', () => {
  // biome-ignore format: a table
  test.each<[TypedDestination, string | null, string]>([
    ['script', null,          'allowed 2'],
    ['script', 'image/png',   'blocked 4'],
    ['script', 'text/csv',    'blocked 4'],
    ['script', 'text/html',   'allowed 5'],
    ['style',  'image/png',   'allowed 5'],
  ])('for a %s of %s: %s', (destination, type, expected) => {
    const { result, step } = mimeTypeCheck(destination, response(type));
    expect(`${result} ${step}`).toBe(expected);
  });

  // biome-ignore format: a table
  test.each([
    ['unknown',    'text/javascript',     'allowed'],
    ['unknown',    'application/json',    'allowed'],
    ['unknown',    'text/css',            'allowed'],
    ['unknown',    'text/plain',          'blocked'],
    ['unknown',    null,                  'blocked'],
    ['javascript', 'text/javascript',     'allowed'],
    ['javascript', 'application/json',    'blocked'],
    ['json',       'application/ld+json', 'allowed'],
    ['css',        'application/json',    'blocked'],
  ] as const)('a module imported as %s, of %s, is %s', (moduleType, type, result) => {
    expect(moduleTypeCheck(moduleType, response(type)).result).toBe(result);
  });
});

describe('the type of a response with several headers', () => {
  // biome-ignore format: a table
  test.each([
    // what it answers with                                             as a script  as a style sheet
    ['Content-Type: text/javascript\nContent-Type: text/javascript',    'allowed',   'blocked'],
    ['Content-Type: text/html\nContent-Type: text/javascript',          'allowed',   'blocked'],
    ['Content-Type: text/html, text/css',                               'blocked',   'allowed'],
    ['Content-Type: text/css\nContent-Type: nonsense',                  'blocked',   'allowed'],
    ['Content-Type: text/css, */*',                                     'blocked',   'allowed'],
    ['Content-Type: text/css;a=",text/javascript"',                     'blocked',   'allowed'],
    ['Content-Type: nonsense, */*',                                     'blocked',   'blocked'],
  ])('takes the last valid type of %j: %s as a script, %s as a style sheet', (text, asScript, asStyle) => {
    const several = { status: 200, headerList: headers(`X-Content-Type-Options: nosniff\n${text}`) };
    expect(nosniffCheck('script', several).result).toBe(asScript);
    expect(nosniffCheck('style', several).result).toBe(asStyle);
  });
});

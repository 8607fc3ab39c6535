import { describe, expect, test } from 'vitest';
import { causes } from '../../src/diagnosis/causes';
import { http } from '../support/http';
import { blocked, type Examples, origin, passed, put } from './example-requests';
import { ofAnswers } from './examples-answers';
import { ofDocuments } from './examples-documents';
import { ofPage } from './examples-page';
import { ofPlatforms } from './examples-platforms';
import { ofValues } from './examples-values';
import { diagnosed } from './recorded';

const table: Examples = { ...ofPlatforms, ...ofAnswers, ...ofValues, ...ofPage, ...ofDocuments };

describe('a cause', () => {
  test('has a row here', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(causes).sort());
  });

  test.each(Object.entries(table).filter(([, [has]]) => has.length > 0))(
    '%s comes first in its recording',
    (code, [has]) => {
      expect(diagnosed(has).map((cause) => cause.code)[0]).toBe(code);
    },
  );

  test.each(Object.entries(table).filter(([, [has]]) => has.length > 0))(
    '%s is not found in its twin',
    (code, [, twin]) => {
      expect(diagnosed(twin).map((cause) => cause.code)).not.toContain(code);
    },
  );

  test.each([
    ['Access-Control-Expose-Header: ETag', []],
    ['Access-Control-Allow-Method: GET', []],
    ['Access-Control-Allowed-Origin: *', ['misspelled-header']],
  ])('is a misspelled header only if the browser misses it: %s', (line, codes) => {
    const found = diagnosed([
      blocked(http`200
      ${line}`),
    ]);
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  test('is not the handler of OPTIONS if a CORS layer rejects the preflight with 400', () => {
    const rejected = put(http`400
      Vary: Origin
      Access-Control-Allow-Methods: GET, PUT
      Access-Control-Max-Age: 600`);
    expect(diagnosed([passed, rejected])).toEqual([]);
    expect(diagnosed([passed, put(http`400`)])[0]?.code).toBe('options-handler-fails');
  });

  test.each([
    ['http://page.test/', ['origin-with-path']],
    ['page.test/', ['origin-without-scheme']],
  ])('names one mistake of the allowed origin %s', (value, codes) => {
    expect(diagnosed([blocked(origin(value))]).map(({ code }) => code)).toEqual(codes);
  });

  test('covers only causes that there are', () => {
    const covered = Object.values(causes).flatMap((cause) => ('covers' in cause ? cause.covers : []));
    expect(covered.filter((code) => !(code in causes))).toEqual([]);
  });
});

describe('the causes of a redacted recording', () => {
  test.each(
    Object.entries(table).flatMap(([code, [has]]) => [
      [code, 'minimal', has] as const,
      [code, 'readable', has] as const,
    ]),
  )('%s is found in a %s one', (code, redaction, has) => {
    expect(diagnosed(has, { redaction }).map((cause) => cause.code)[0]).toBe(code);
  });
});

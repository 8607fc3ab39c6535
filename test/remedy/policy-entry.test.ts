import { describe, expect, test } from 'vitest';
import { entryFor } from '../../src/remedy/policy-entry';

const blocked = { target: 'https://api.example', directive: null, isRedirect: false };
const csp = (value: string, directive: string | null) =>
  entryFor('Content-Security-Policy', value, { ...blocked, directive });

describe('the entry that a policy lacks', () => {
  test.each([
    ['Connection-Allowlist', '(response-origin)', false, '"https://api.example"'],
    ['Connection-Allowlist', '(response-origin)', true, 'redirects=allow'],
    ['Connection-Allowlist-Report-Only', '()', false, '"https://api.example"'],
    ['Document-Isolation-Policy', 'isolate-and-require-corp', false, null],
  ])('%s: %s, redirected: %s', (header, value, isRedirect, entry) => {
    expect(entryFor(header, value, { ...blocked, isRedirect })).toEqual({ policy: value, entry });
  });

  test('names the part of a Permissions-Policy', () => {
    expect(entryFor('Permissions-Policy', 'camera=(), sync-xhr=(), usb=()', blocked)).toEqual({
      policy: 'sync-xhr=()',
      entry: 'sync-xhr=(self)',
    });
  });

  // biome-ignore format: a table
  test.each([
    // value                                             directive          policy                     entry
    ["default-src 'none'; connect-src 'self'",           'connect-src',     "connect-src 'self'",      'https://api.example'],
    ["default-src 'self' https://cdn.example",           'connect-src',     "default-src 'self' https://cdn.example", "connect-src 'self' https://cdn.example https://api.example"],
    ["default-src 'none'",                               'img-src',         "default-src 'none'",      'img-src https://api.example'],
    ["script-src 'self'",                                'script-src-elem', "script-src 'self'",       "script-src-elem 'self' https://api.example"],
    ["Script-Src 'self'; frame-ancestors 'none'",        'worker-src',      "Script-Src 'self'",       "worker-src 'self' https://api.example"],
    ["child-src 'self'",                                 'frame-src',       "child-src 'self'",        "frame-src 'self' https://api.example"],
    ["connect-src 'self', connect-src https://a.example", 'connect-src',    "connect-src 'self', connect-src https://a.example", 'https://api.example'],
    ["form-action 'self'",                               'form-action',     "form-action 'self'",      'https://api.example'],
    ["img-src 'self'",                                   'connect-src',     "img-src 'self'",          null],
    ["img-src 'self'",                                   null,              "img-src 'self'",          null],
  ])('%s for %s', (value, directive, policy, entry) => {
    expect(csp(value, directive)).toEqual({ policy, entry });
  });
});

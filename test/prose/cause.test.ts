import { describe, expect, test } from 'vitest';
import type { CauseContext } from '../../src/prose/cause-prose';
import { causeProse } from '../../src/prose/causes';
import { languages } from '../support/prose-texts';

const context: CauseContext = {
  method: 'POST',
  url: 'https://api.example/b',
  host: 'api.example',
  page: 'https://app.example',
  status: 204,
  isPreflight: true,
  kind: 'fetch',
  api: null,
  values: {},
};

// biome-ignore format: a table
const ways: readonly (readonly [Partial<CauseContext>, string])[] = [
  [{ kind: 'beacon' },               'keepalive: true'],
  [{ kind: 'ping' },                 'keepalive: true'],
  [{ api: 'fetch' },                 "credentials: 'include'"],
  [{ api: 'xhr' },                   'withCredentials'],
  [{ kind: 'image', api: 'element' }, 'crossorigin="anonymous"'],
];

describe.each(languages)('the remedy of a cause in %s', (language) => {
  test.each(ways)('leaves out the credentials of the call that included them: %o', (call, words) => {
    const { remedy } = causeProse.in(language)['wildcard-with-credentials'];
    expect(remedy({ ...context, ...call })).toContain(words);
  });
});

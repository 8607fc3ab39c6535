import { describe, expect, test } from 'vitest';
import { proseFor } from '../../src/prose';
import { violation } from '../support/page-hints';
import { languages } from '../support/prose-texts';

describe.each(languages)('a policy violation in %s', (language) => {
  // biome-ignore format: a table
  test.each([
    ['csp-violation',       'Content-Security-Policy'],
    ['coep-violation',      'Cross-Origin-Embedder-Policy'],
    ['dip-violation',       'Document-Isolation-Policy'],
    ['integrity-violation', 'Integrity-Policy'],
  ] as const)('of type %s names %s', (type, header) => {
    expect(proseFor(language).pageSide.violated(violation({ type }))).toContain(header);
  });
});

import { describe, expect, test } from 'vitest';
import { findingCodes, findings, type SectionId, SPEC_COMMIT, sections, sectionUrl } from '../../src/engine';

const ids = Object.keys(sections) as SectionId[];

describe('sections', () => {
  test.each(ids)('%s has a title and an anchor', (id) => {
    const { title, anchor } = sections[id];
    expect(title).not.toBe('');
    expect(anchor).toMatch(/^[a-z0-9'?-]+$/);
    expect(URL.canParse(sectionUrl(id))).toBe(true);
    expect(new URL(sectionUrl(id)).hash.slice(1)).toBe(anchor);
  });

  test('link to the snapshot of the Fetch standard with our step numbers', () => {
    expect(SPEC_COMMIT).toMatch(/^[0-9a-f]{40}$/);
    expect(sectionUrl('corsCheck')).toBe(
      `https://fetch.spec.whatwg.org/commit-snapshots/${SPEC_COMMIT}/#concept-cors-check`,
    );
  });
});

describe('findings', () => {
  test.each(findingCodes)('refer to a section and a step: %s', (code) => {
    const { section, step } = findings[code];
    expect(ids).toContain(section);
    expect(step).toMatch(/^\d+(\.\d+)*$/);
  });
});

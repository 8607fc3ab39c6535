import { describe, expect, test } from 'vitest';
import { crossingProseFor } from '../../src/prose/crossing';
import { languages } from '../support/prose-texts';

const whose = [null, 'Cloudflare'];

/** Every text, functions called with what they may be given. */
function textsOf(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const given = /marks/.test(path)
      ? whose.map((by) => [by])
      : /size/.test(path)
        ? [
            [1, null],
            [2, 300],
          ]
        : [['show', 'https://api.example']];
    return given.map((args) => [path, String(Reflect.apply(value, null, args))] as const);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}/${key}`));
}

describe.each(languages)('what is said of techniques in %s', (language) => {
  test.each(textsOf(crossingProseFor(language)))('%s is calm and exact: %s', (path, text) => {
    expect(text).not.toBe('');
    expect(text).not.toMatch(/CORS error|CORS 错误|\bplease\b|\bthe browser\b|undefined|null|\[object|NaN/i);
    expect(text, 'full-width spaces and doubled ones').not.toMatch(/ {2}|\u3000/);
    if (/marks|risks|not|steps|rules|always|lead|limit/.test(path)) expect(text).toMatch(/[.:。：]$/);
  });

  test('names whose a mark is, where that is known', () => {
    const { marks } = crossingProseFor(language).proxy;
    expect(marks.edge('Cloudflare')).toContain('Cloudflare');
  });
});

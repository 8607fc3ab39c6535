import { describe, expect, test } from 'vitest';
import { type ListenersProse, listenersProseFor } from '../../src/prose/listeners';
import { languages, type TextAt, textsIn } from '../support/prose-texts';

function textsOf(prose: ListenersProse): readonly TextAt[] {
  const said = Object.entries(prose.runs).flatMap(([run, say]) =>
    [1, 1_234].map((count): TextAt => [`/runs/${run}/${count}`, say(count)]),
  );
  return [
    ...textsIn(prose),
    ...said,
    ['/at', prose.at(1, 2)],
    ['/atIn', prose.atIn(1, 2, 'isAllowed')],
    ['/to', prose.to('isAllowed')],
    ['/supposed', prose.supposed('https://a.example')],
    ['/stars/found/1', prose.stars.found(1, 1)],
    ['/stars/found/2', prose.stars.found(2, 1_234)],
    ['/stars/inline', prose.stars.inline(3)],
  ];
}

/** Words that are the same in both languages. */
const names = /^\/(fields\/|verdicts\/(indexOf|startsWith|endsWith|includes)\/label)/;

describe('what is said of listeners', () => {
  test.each(languages)('is calm, and each risk has one thing to do, in %s', (language) => {
    const prose = listenersProseFor(language);
    for (const [path, text] of textsOf(prose)) {
      expect(text, path).not.toBe('');
      expect(text, path).not.toMatch(/CORS error|\bplease\b|请您|\bthe browser\b|undefined|\[object|NaN/i);
    }
    for (const { label, sentence } of Object.values(prose.risks)) {
      expect(label).not.toMatch(/[.。]$/);
      expect(label.length, label).toBeLessThanOrEqual(40);
      expect(sentence).toMatch(/[.。]$/);
    }
    for (const text of [...Object.values(prose.because), ...Object.values(prose.stars.from)]) {
      expect(text).toMatch(/[.。]$/);
    }
  });

  test('is in Chinese what is in English, names apart', () => {
    const chinese = new Map(textsOf(listenersProseFor('zh-CN')));
    for (const [path, text] of textsOf(listenersProseFor('en'))) {
      if (names.test(path)) continue;
      expect(chinese.get(path), path).toMatch(/\p{Script=Han}/u);
      expect(chinese.get(path), path).not.toBe(text);
      expect(chinese.get(path), path).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
    }
  });
});

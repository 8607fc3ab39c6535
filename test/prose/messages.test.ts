import { describe, expect, test } from 'vitest';
import { type MessagesProse, messagesProseFor } from '../../src/prose/messages';
import { settingsProseFor } from '../../src/prose/settings';
import { languages, type TextAt, textsIn } from '../support/prose-texts';

/** Every text, with the path to it; functions are called with a usual number or word. */
function textsOf(language: (typeof languages)[number]): readonly TextAt[] {
  const prose = messagesProseFor(language);
  return [...textsIn(prose), ...textsIn(settingsProseFor(language), '/settings'), ...said(prose)];
}

function said({ frame, what, table, bar, detail }: MessagesProse): readonly TextAt[] {
  return [
    ['/frame/inner', frame.inner(3)],
    ['/frame/inOtherTab', frame.inOtherTab(frame.top)],
    ['/what/listeners', what.listeners(2)],
    ['/what/characters', what.characters(12_345)],
    ['/what/called', what.called(frame.top, 15)],
    ['/what/size', what.size(12, 3)],
    ['/what/size of nothing', what.size(0, 0)],
    ['/detail/yesNo', [null, true, false].map(detail.yesNo).join(' / ')],
    ['/detail/handshakeStatus', detail.handshakeStatus(101)],
    ['/table/times', table.times(1_234)],
    ['/bar/shown some', bar.shown(1, 2, 3)],
    ['/bar/shown all', bar.shown(2, 2, 2)],
    ['/bar/dropped', bar.dropped(1)],
    ['/detail/risk', detail.risk(frame.top)],
    ['/detail/counted', detail.counted(1_234)],
    ['/detail/cut', detail.cut(2_048)],
  ];
}

describe.each(languages)('what is said of page events in %s', (language) => {
  const prose = messagesProseFor(language);

  test.each(Object.entries({ ...prose.rules, ...prose.risks }))(
    '%s: a few words, and one sentence',
    (_, ruled) => {
      expect(ruled.label).not.toMatch(/[.。]$/);
      expect(ruled.label.length, ruled.label).toBeLessThanOrEqual(30);
      expect(ruled.sentence).toMatch(/[.。]$/);
      expect(ruled.sentence.slice(0, -1), 'one sentence, not two').not.toMatch(/[.。]\s|。/);
      expect(ruled.sentence.length, ruled.sentence).toBeLessThanOrEqual(200);
    },
  );

  test.each(Object.entries(prose.unseen))('what is not visible is a sentence: %s', (_, text) => {
    expect(text).toMatch(/[.。]$/);
  });

  test.each(textsOf(language))('%s is calm and exact: %s', (_, text) => {
    expect(text).not.toBe('');
    expect(text).not.toMatch(/CORS error|CORS 错误|\bplease\b|\bthe browser\b|undefined|\[object|NaN/i);
    expect(text, 'full-width spaces and doubled ones').not.toMatch(/ {2}|\u3000/);
  });
});

describe('the two languages', () => {
  const bare =
    /^\/(kinds\/((window-name|location-hash|websocket|jsonp|document-domain)\/(label|short)|(message-port|broadcast-channel|cookie)\/label|(worker-message|cookie|csp-violation|coep-violation)\/short)|what\/(channels|stores)\/.*)$/;

  test('say nothing in the same words, but for names', () => {
    const chinese = new Map(textsOf('zh-CN'));
    expect(textsOf('en').filter(([path, text]) => chinese.get(path) === text && !bare.test(path))).toEqual(
      [],
    );
  });

  test('say in Chinese what is not a name, and set it apart from Latin words', () => {
    for (const [path, text] of textsOf('zh-CN')) {
      if (!bare.test(path)) expect(text, path).toMatch(/\p{Script=Han}/u);
      expect(text, path).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
      expect(text, path).not.toMatch(/\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}/u);
    }
  });
});

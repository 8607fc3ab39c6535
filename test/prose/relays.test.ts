import { describe, expect, test } from 'vitest';
import { messagesProseFor } from '../../src/prose/messages';
import { channelName, relayLine, relaysProseFor } from '../../src/prose/relays';
import { languages, type TextAt, textsIn } from '../support/prose-texts';

function textsOf(language: (typeof languages)[number]): readonly TextAt[] {
  const prose = relaysProseFor(language);
  return [
    ...textsIn(prose),
    ['/part', prose.part(1, 2)],
    ['/short', prose.short(1, 2)],
    ['/rounds', prose.rounds(1_234)],
    ['/line', prose.line(prose.title, [prose.thisOne], prose.certainty, 2)],
  ];
}

describe.each(languages)('what is said of relays in %s', (language) => {
  test.each(textsOf(language))('%s is calm and exact: %s', (_, text) => {
    expect(text).not.toBe('');
    expect(text).not.toMatch(/CORS error|\bplease\b|\bthe browser shows\b|undefined|\[object|NaN/i);
    expect(text, 'full-width spaces and doubled ones').not.toMatch(/ {2}|\u3000/);
  });

  const { sentences, unseen } = relaysProseFor(language);
  test.each(Object.entries({ ...sentences, ...unseen }))('%s is a sentence', (_, text) => {
    expect(text).toMatch(/[.。]$/);
    expect(text.length).toBeLessThanOrEqual(200);
  });

  test('a channel has a name, of whatever kind it is', () => {
    const [messages, relays] = [messagesProseFor(language), relaysProseFor(language)];
    expect(channelName('hash-relay', messages, relays)).toBe(relays.names['hash-relay']);
    expect(channelName('received', messages, relays)).toBe(messages.kinds.received.label);
    expect(channelName('of a later version', messages, relays)).toBe('of a later version');
  });
});

test('the two languages say nothing in the same words, and Chinese is set apart from Latin words', () => {
  const english = new Map(textsOf('en'));
  for (const [path, text] of textsOf('zh-CN')) {
    expect(text, path).not.toBe(english.get(path));
    expect(text, path).toMatch(/\p{Script=Han}/u);
    expect(text, path).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
    expect(text, path).not.toMatch(/\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}/u);
  }
});

test('a relay is named on one line, over whom it goes', () => {
  const end = (frameId: number | null, origin: string) => ({ frameId, documentId: null, origin });
  const [a, b] = ['https://page.example', 'https://other.example'];
  const relay = {
    kind: 'hash-relay',
    certainty: 'likely',
    frames: [end(0, a), end(7, b), end(null, a)],
    rounds: [[], []],
  } as const;
  expect(relayLine(relay, relaysProseFor('en'), messagesProseFor('en'))).toBe(
    'hash relay, likely: top https://page.example → frame 7 https://other.example → a frame https://page.example; 2 values',
  );
});

import { expect, test, vi } from 'vitest';
import { apart, loadUsed } from '../../src/prose/apart';

const titles: Readonly<Record<string, string>> = { en: 'cause', 'zh-CN': '原因' };
const loader = () => vi.fn(async (language: string) => titles[language]);

test('words are loaded once, and are not there before', async () => {
  const loadWords = loader();
  const words = apart(loadWords);
  expect(() => words.in('en')).toThrow('prose: language not loaded "en"');
  expect([await words.load('en'), await words.load('en'), words.in('en')]).toEqual([
    'cause',
    'cause',
    'cause',
  ]);
  expect(loadWords.mock.calls).toEqual([['en']]);
});

test('another language has the words that were loaded before, and no others', async () => {
  const [read, unread] = [loader(), loader()];
  const words = apart(read);
  apart(unread);
  await words.load('en');
  await loadUsed('zh-CN');
  expect(words.in('zh-CN')).toBe('原因');
  expect(unread).not.toHaveBeenCalled();
});

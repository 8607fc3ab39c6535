import { expect, test, vi } from 'vitest';
import { apart, loadUsed } from '../../src/prose/apart';

const table = () => ({ en: vi.fn(async () => 'cause'), 'zh-CN': vi.fn(async () => '原因') });

test('words are loaded once, and are not there before', async () => {
  const loads = table();
  const words = apart(loads);
  expect(() => words.in('en')).toThrow('prose: language not loaded "en"');
  expect([await words.load('en'), await words.load('en'), words.in('en')]).toEqual([
    'cause',
    'cause',
    'cause',
  ]);
  expect(loads.en).toHaveBeenCalledOnce();
  expect(loads['zh-CN']).not.toHaveBeenCalled();
});

test('another language has the words that were loaded before, and no others', async () => {
  const [read, unread] = [table(), table()];
  const words = apart(read);
  apart(unread);
  await words.load('en');
  await loadUsed('zh-CN');
  expect(words.in('zh-CN')).toBe('原因');
  expect(unread['zh-CN']).not.toHaveBeenCalled();
});

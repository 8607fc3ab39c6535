import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../../src/devtools/session/settings';
import { openFixChoices } from '../../../src/devtools/store/fix-choices';
import { maxFixChoices, parseSettings } from '../../../src/protocol/settings';

/** Choices over settings that are kept. */
function openChoices(isPrivate = false, stored: unknown = {}) {
  const current = signal<Settings>({ ...parseSettings(stored), language: null });
  const change = (part: Partial<Settings>) => {
    current.value = { ...current.value, ...part };
  };
  return { choices: openFixChoices({ current, change }, () => isPrivate), current };
}

describe('what was chosen for a server', () => {
  test('is stored, the last choice alone', () => {
    const { choices, current } = openChoices();
    expect(choices.of('https://api.example')).toBeNull();
    choices.choose('https://api.example', { kind: 'stack', id: 'nginx' });
    choices.choose('https://b.example', { kind: 'proxy', id: 'vite' });
    choices.choose('https://api.example', { kind: 'stack', id: 'express' });
    expect(choices.of('https://api.example')).toMatchObject({ kind: 'stack', id: 'express' });
    expect(current.value.fixChoices.map(({ server, id }) => `${server} ${id}`)).toEqual([
      'https://b.example vite',
      'https://api.example express',
    ]);
  });

  test('is known in the next session', () => {
    const { current } = openChoices();
    const stored = { fixChoices: [{ server: 'https://api.example', kind: 'stack', id: 'nginx' }] };
    expect(openChoices(false, stored).choices.of('https://api.example')).toMatchObject({ id: 'nginx' });
    expect(current.value.fixChoices).toEqual([]);
  });

  test('is not stored in a private window', () => {
    const { choices, current } = openChoices(true);
    choices.choose('https://api.example', { kind: 'stack', id: 'nginx' });
    expect(choices.of('https://api.example')).toMatchObject({ id: 'nginx' });
    expect(current.value.fixChoices).toEqual([]);
  });

  test('is bounded', () => {
    const { choices, current } = openChoices();
    for (let index = 0; index < maxFixChoices + 5; index++)
      choices.choose(`https://${index}.example`, { kind: 'stack', id: 'nginx' });
    expect(current.value.fixChoices).toHaveLength(maxFixChoices);
    expect(choices.of('https://0.example')).toBeNull();
  });

  test.each([
    [{ fixChoices: 'all' }],
    [{ fixChoices: [{ server: 7, kind: 'stack', id: 'nginx' }] }],
    [{ fixChoices: [{ server: 'https://a.example', kind: 'other', id: 'nginx' }] }],
  ])('is not read from %j', (stored) => {
    expect(parseSettings(stored).fixChoices).toEqual([]);
  });
});

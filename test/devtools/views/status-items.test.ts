import { describe, expect, test } from 'vitest';
import { statusItems } from '../../../src/devtools/views/bar/status-items';
import { emptinessOf } from '../../../src/devtools/views/requests/emptiness';
import { proseFor } from '../../../src/prose';
import type { Recording } from '../../../src/recording/log/log';

const whole: Recording = {
  browser: { name: 'chrome', version: '156' },
  hostPermission: true,
  isPrivate: false,
  sinceMs: 1,
  sawNavigation: true,
  startedBefore: 0,
  stops: 0,
  dropped: 0,
  droppedPageEvents: 0,
  hints: true,
  droppedHints: 0,
  droppedWorkerRequests: 0,
  cutOff: false,
  gone: false,
};
const { status } = proseFor('en').ui;
const texts = (part: Partial<Recording>, isRecording = true) =>
  statusItems({ ...whole, ...part }, isRecording, status).map(({ text }) => text);

describe('the status line', () => {
  test('is empty for a complete recording', () => {
    expect(texts({})).toEqual([]);
  });

  test.each<[Partial<Recording>, string]>([
    [{ browser: null }, 'Connecting'],
    [{ hostPermission: false }, 'No site access'],
    [{ gone: true }, 'The tab is closed: recording has ended'],
    [{ cutOff: true }, 'Disconnected: the extension was reloaded'],
    [{ stops: 2 }, 'The background was stopped 2 times'],
    [{ droppedWorkerRequests: 2 }, '2 worker requests not recorded'],
    [{ dropped: 1 }, '1 request dropped: the log is full'],
    [{ startedBefore: 3 }, '3 requests started before recording'],
    [{ sawNavigation: false }, 'The page was loaded before recording started'],
  ])('for %j shows: %s', (part, text) => {
    expect(texts(part)).toEqual([text]);
  });

  test('shows that the recording is paused', () => {
    expect(texts({}, false)).toEqual([status.paused]);
  });

  test('shows earlier requests only once, not also as an earlier page load', () => {
    expect(texts({ startedBefore: 3, sawNavigation: false })).toEqual([status.startedBefore(3)]);
  });
});

describe('an empty table', () => {
  const { browser } = whole;
  test.each([
    // state                                                                                 why it is empty
    [{ recording: { browser: null, gone: false }, isRecording: true, shown: 0, total: 0 }, 'connecting'],
    [{ recording: { browser, gone: false }, isRecording: true, shown: 0, total: 0 }, 'recording'],
    [
      { recording: { browser, gone: false }, isRecording: true, isRestricted: true, shown: 0, total: 0 },
      'restricted',
    ],
    [{ recording: { browser, gone: false }, isRecording: false, shown: 0, total: 0 }, 'paused'],
    [{ recording: { browser, gone: false }, isRecording: false, shown: 0, total: 4 }, 'filtered'],
    [{ recording: { browser, gone: true }, isRecording: true, shown: 0, total: 0 }, 'gone'],
    [{ recording: { browser, gone: true }, isRecording: true, shown: 1, total: 1 }, null],
  ])('with %j: %s', (shown, why) => {
    expect(emptinessOf({ isRestricted: false, ...shown })).toBe(why);
  });
});

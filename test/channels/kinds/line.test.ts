import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/channels/kinds';
import { messagesProseFor } from '../../../src/prose/messages';
import type { PageEventFacts } from '../../../src/protocol/page-events';
import { pageEvent, ranListener } from '../../support/page-events';

const listener = ranListener({ name: 'f' });

describe('the table line of an event', () => {
  // biome-ignore format: a table
  test.each<[PageEventFacts, string]>([
    [pageEvent.messageReceived(),                                                                        ''],
    [pageEvent.messageReceived({ listeners: [listener], data: { text: '{a: 1}', length: 6 } }),          '1 listener · {a: 1}'],
    [pageEvent.messageReceived({ data: { text: 'x'.repeat(2_048), length: 9_000 } }),                    `9,000 characters · ${'x'.repeat(160)}…`],
    [pageEvent.messageReceived({ data: { text: '[1, …', length: null } }),                               '[1, …'],
    [pageEvent.messageSent(),                                                                            ''],
    [pageEvent.messageSent({ callSite: { stack: ['at f (https://a.test/js/app.js?v=1:2:3)'] } }),        'f (app.js:2:3)'],
    [pageEvent.windowName({ value: { text: '', length: 0 } }),                                           'empty'],
    [pageEvent.fragmentChanged({ oldUrl: 'https://a.test/', newUrl: 'https://a.test/?x#/b#c' }),         '– → #/b#c'],
    [pageEvent.fragmentChanged({ oldUrl: 'https://a.test/#a', newUrl: 'https://a.test/' }),              '#a → –'],
    [pageEvent.socketTraffic(),                                                                          '120 characters · wss://live.example/feed'],
    [pageEvent.socketTraffic({ characters: 0, bytes: 1_024 }),                                           '1,024 bytes · wss://live.example/feed'],
    [pageEvent.channelTraffic(),                                                                         'MessagePort'],
    [pageEvent.channelTraffic({ channel: 'broadcast-channel', name: 'cart' }),                           'BroadcastChannel · cart'],
    [pageEvent.openedDocument(),                                                                         'opener = null · https://other.example/window'],
    [pageEvent.openedDocument({ hasOpener: true }),                                                      'opener ≠ null · https://other.example/window'],
  ])('%#', (event, what) => {
    expect(kindOf(event).line(event, messagesProseFor('en').what)).toBe(what);
  });
});

describe('the short form of a call site', () => {
  // biome-ignore format: a table
  test.each([
    ['    at send (https://a.test/x/app.js:10:5)',      'send (app.js:10:5)'],
    ['at https://a.test/app.js:10:5',                   'app.js:10:5'],
    ['send@https://a.test/app.js:10:5',                 'send (app.js:10:5)'],
    ['@https://a.test/app.js:10:5',                     'app.js:10:5'],
    ['at Object.<anonymous> (https://a.test/:1:2)',     'Object.<anonymous> (:1:2)'],
    ['',                                                ''],
  ])('%s: %s', (line, place) => {
    const sent = pageEvent.messageSent({ callSite: { stack: [line] } });
    expect(kindOf(sent).line(sent, messagesProseFor('en').what)).toBe(place);
  });
});

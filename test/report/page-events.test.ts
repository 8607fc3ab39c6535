import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderList } from '../../src/engine';
import { secretsInPreview } from '../../src/recording/redaction/secret-places';
import { markdown } from '../../src/report/markdown';
import { pageEvents } from '../devtools/gallery/page-events';
import { exchangeFacts, frameRef, hopFacts } from '../support/facts';
import { pageEvent, ranListener } from '../support/page-events';
import { reportOfFacts } from '../support/reports';
import { runs } from '../support/runs';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
const callSite = { stack: ['at f (https://page.example/app.js?token=s3cr3tt:1:2)'] };

describe('the page events of a report', () => {
  test('are in order of time with rule and risk', () => {
    const report = reportOfFacts([], {
      pageEvents: [
        pageEvent.windowName({ id: 'late', atMs: 2_000 }),
        pageEvent.messageReceived({
          id: 'early',
          listeners: [ranListener({ name: 'f', registeredAt: callSite, text: 'e => e' })],
        }),
      ],
    });
    expect(report.pageEvents).toEqual([
      {
        id: 'early',
        atMs: 1_000,
        kind: 'post-message',
        direction: 'received',
        frame: frameRef(),
        openedTabId: null,
        source: 'extension',
        count: 1,
        reading: {
          from: {
            who: 'some-frame',
            frameId: null,
            documentId: null,
            tabId: null,
            origin: 'https://other.example',
          },
          to: {
            who: 'frame',
            frameId: 0,
            documentId: 'd1',
            tabId: null,
            origin: 'https://page.example',
          },
          relation: 'cross-site',
          rule: { code: 'message-other-origin', title: expect.stringContaining('event.origin') },
          risk: { code: 'check-origin', title: expect.stringContaining('===') },
          unseen: ['target-origin', 'sender-frame', 'data-not-read'],
        },
        derived: null,
        senderOrigin: 'https://other.example',
        from: null,
        fromTabId: null,
        isTrusted: true,
        data: null,
        listeners: [{ id: 1, name: 'f', registeredAt: callSite, reads: [] }],
        readLate: [],
      },
      expect.objectContaining({
        id: 'late',
        kind: 'window-name',
        action: 'written',
        reading: expect.objectContaining({ risk: expect.anything() }),
      }),
    ]);
  });

  test('explain a missing opener by the responses of both documents', () => {
    const opened = pageEvent.openedDocument();
    const document = (id: string, tabId: number, url: string, responseHeaders: HeaderList) =>
      exchangeFacts([{ url, response: { status: 200, headerList: responseHeaders } }], {
        id,
        tabId,
        type: 'main_frame',
        startedAtMs: 900 + tabId,
      });
    const exchanges = [
      document('page', 1, 'https://page.example/', [['Cross-Origin-Opener-Policy', 'same-origin']]),
      document('window', 2, opened.url, []),
    ];
    const report = reportOfFacts(exchanges, { pageEvents: [opened] });
    expect(report.pageEvents).toMatchObject([
      {
        kind: 'opener',
        reading: { rule: { code: 'opener-none' } },
        hasOpener: false,
        fromTabId: 1,
        isFromOpened: false,
        derived: {
          link: {
            because: 'opener-policy',
            openedPolicy: 'unsafe-none',
            openerPolicy: 'same-origin',
            exchange: 'window',
          },
        },
      },
    ]);
    expect(markdown(report)).toMatch(
      /Opened window \|.*`https:\/\/other\.example\/window` The opener’s page/,
    );
  });

  test('use the language of the report', () => {
    const [event] = reportOfFacts([], {
      language: 'zh-CN',
      pageEvents: [pageEvent.messageReceived()],
    }).pageEvents;
    expect(event?.reading.rule.title).toMatch(/\p{Script=Han}/u);
  });
});

describe('in text from a page', () => {
  const hide = (secret: string) => `[${secret.length}]`;
  // biome-ignore format: a table
  test.each([
    ['{token: "abc", page: 2}',              '{token: "[3]", page: 2}'],
    ['{"token":"abc","page":"2"}',           '{"token":"[3]","page":"2"}'],
    ['{user: {password: "a b\\"c"}}',        '{user: {password: "[6]"}}'],
    ["go({ token: 'abc', 'page': '2' })",    "go({ token: '[3]', 'page': '2' })"],
    ['{pin: 1234, size: 1234}',              '{pin: [4], size: 1234}'],
    ['{a: 1, accessToken: "abcd',            '{a: 1, accessToken: "[4]'],
    ['{a: 1, accessToken: "abcd\\',          '{a: 1, accessToken: "[4]\\'],
    ['["f4c1a2b3d4e5f60718293a4b5c6d7e8f"]', '["[32]"]'],
    ['["f4c1a2b3d4e5f60718293a4b5c',         '["[26]'],
    ['f4c1a2b3d4e5f60718293a4b5c6d7e8f',     '[32]'],
    [jwt,                                    '[49]'],
    ['token=abc&x=1',                        'token=[3]&x=1'],
    ['{url: "https://a.test/?token=abc"}',   '{url: "https://a.test/?token=[3]"}'],
    ['{html: "<p>tea: time</p>"}',           '{html: "<p>tea: time</p>"}'],
    ['apiKey = "abc"; page = "2"',           'apiKey = "[3]"; page = "2"'],
    ['if (code === "abc") post("abc")',      'if (code === "abc") post("abc")'],
    ['{"text":"{\\"token\\":\\"abc',         '{"text":"{\\"token\\":\\"[3]'],
    ['hello: liam',                          'hello: liam'],
  ])('%s is shown as %s', (text, shown) => {
    expect(secretsInPreview(text, hide)).toBe(shown);
  });

  // Quadratic time would exceed this limit.
  test.each(['a', '"', 'key:"', 'key: 1', '"a":"\\', 'key"', '\\', '\\"a\\":\\"'])(
    'takes linear time: %s',
    { timeout: 10_000 },
    (part) => {
      expect(secretsInPreview(part.repeat(100_000 / part.length), hide)).toContain(part.slice(0, 1));
    },
  );
});

describe('a redacted report', () => {
  const secret = 's3cr3tt';
  const exchanges = [exchangeFacts([hopFacts({ requestHeaders: [['Cookie', 'sid=hunter2-long']] })])];
  const events = [
    pageEvent.messageReceived({
      data: { text: `{sid: "${secret}", note: "hunter2-long"}`, length: 40 },
      listeners: [ranListener({ name: `on_${secret}`, registeredAt: callSite })],
    }),
    pageEvent.messageSent({ callSite }),
    pageEvent.windowName({ value: { text: `{"token":"${secret}`, length: 9_000 }, callSite }),
    pageEvent.fragmentChanged({
      oldUrl: `https://page.example/?q=${secret}#a`,
      newUrl: `https://page.example/#access_token=${secret}`,
      callSite,
    }),
    pageEvent.storageUse({ outcome: 'changed', name: secret, path: `https://page.example/?token=${secret}` }),
    pageEvent.openedDocument({ url: `https://other.example/?token=${secret}` }),
    pageEvent.domAccess({ url: `https://other.example/?token=${secret}`, callSite }),
    pageEvent.canvasRefused({ images: [{ url: `https://img.example/?token=${secret}`, crossOrigin: null }] }),
    pageEvent.socketTraffic({ url: `wss://live.example/?token=${secret}`, callSite }),
    pageEvent.channelTraffic({
      channel: 'worker',
      name: `https://page.example/w.js?token=${secret}`,
      callSite,
    }),
  ];

  test.each(['minimal', 'readable'] as const)(
    'has no secret in any field of a page event: %s',
    (redaction) => {
      const report = reportOfFacts(exchanges, { pageEvents: events, redaction });
      expect(JSON.stringify(report.pageEvents)).not.toMatch(/s3cr3tt|hunter2/);
      const [message, , name] = report.pageEvents;
      expect(message).toMatchObject({
        data: {
          text: expect.stringMatching(/^\{sid: "redacted-\d+-7alnum", note: "redacted-\d+-12base"\}$/),
        },
      });
      expect(name).toMatchObject({ value: { length: 9_000 } });
    },
  );

  test('keeps other values in a readable report', () => {
    const plain = [
      pageEvent.messageReceived(),
      pageEvent.windowName(),
      pageEvent.fragmentChanged(),
      pageEvent.socketTraffic(),
      pageEvent.channelTraffic(),
    ];
    const [readable, everything] = (['readable', 'everything'] as const).map((redaction) =>
      reportOfFacts([], { pageEvents: plain, redaction }),
    );
    expect(readable?.pageEvents).toEqual(everything?.pageEvents);
  });
});

describe('page events in Markdown', () => {
  const text = markdown(reportOfFacts([], { pageEvents }));
  const [, section = ''] = text.split('## Communication between frames');

  test('show the ends, the count and the rule', () => {
    const [groups = ''] = section.trim().split('\n\n');
    const rows = groups.split('\n').slice(2);
    expect(rows[0]).toMatch(
      /^\| postMessage received \| `https:\/\/pay\.example` \| `https:\/\/shop\.example` \| cross-site \| 18,241 \| .*===/,
    );
    expect(rows.length).toBeLessThan(pageEvents.length);
  });

  test('list the content of each event', () => {
    expect(section).toContain('× 18,240');
    expect(section).toMatch(
      /`location\.hash` \| unknown \| .* `https:\/\/pay\.example\/frame\?session=1#step=2` \|$/m,
    );
  });

  test('are limited, with a note', () => {
    const many = Array.from({ length: 250 }, (_, index) => pageEvent.messageReceived({ id: `m${index}` }));
    const written = markdown(reportOfFacts([], { pageEvents: many }));
    expect(written).toContain('The first 100 of 250 events are listed below');
    expect(written.match(/^\| 1970/gm)).toHaveLength(100);
    const { recording, ...rest } = reportOfFacts([]);
    const dropped = { ...recording.dropped, pageEvents: 1_234 };
    expect(markdown({ ...rest, recording: { ...recording, dropped } })).toContain(
      '1,234 older events dropped',
    );
  });

  test('are omitted if there are none', () => {
    expect(markdown(reportOfFacts([]))).not.toContain('Communication between frames');
  });

  test('stay a table with any content from a page', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...'|`<>*_[]()#\\\n\r&@! \u202e\u0007a', '</code>', '<img src=x>'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(hostile, (value) => {
        const frame = frameRef({ documentId: null, origin: value });
        const written = markdown(
          reportOfFacts([], {
            pageEvents: [
              pageEvent.messageReceived({ frame, senderOrigin: value, data: { text: value, length: 1 } }),
              pageEvent.windowName({ frame, value: { text: value, length: 1 } }),
              pageEvent.fragmentChanged({ frame, newUrl: value, oldUrl: value }),
              pageEvent.domainAssigned({ frame, value, before: value, errorName: value }),
              pageEvent.storageUse({ frame, name: value, path: value, top: value }),
              pageEvent.openedDocument({ frame, url: value }),
              pageEvent.domAccess({ frame, url: value, property: value }),
              pageEvent.canvasRefused({ frame, method: value, images: [{ url: value, crossOrigin: null }] }),
              pageEvent.socketTraffic({ frame, url: value }),
              pageEvent.channelTraffic({ frame, name: value, from: value }),
            ],
          }),
        );
        for (const row of written.split('\n').filter((line) => line.startsWith('|'))) {
          const columns = row.replace(/`[^`]*`|<code>.*?<\/code>|\\./g, '').split('|').length;
          expect([7, 8]).toContain(columns);
        }
        expect(written.replace(/`[^`\n]*`/g, '')).not.toMatch(/(?<!\\)<img/);
        expect(written).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
      }),
      { numRuns: runs(200) },
    );
  });
});

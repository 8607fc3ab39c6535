import { describe, expect, test } from 'vitest';
import type { Emptiness } from '../../../src/devtools/views/requests/emptiness';
import { RequestMenu } from '../../../src/devtools/views/requests/RequestMenu';
import { wordsOf } from '../../../src/devtools/views/words';
import { reasonOf } from '../../../src/prose/reason';
import { visibleText } from '../../../src/prose/visible-text';
import { statusOf } from '../../../src/protocol/facts';
import { all, drawn, sectionOf, textOf, texts } from '../../support/drawn';
import { detailOf, type OpenPanel, panelBeforeAnswer, panelOf } from '../../support/panels';
import { languages, requestsOf, shopPanel } from '../../support/views';

/** A panel for each reason why no request is shown. */
const empty: Readonly<Record<Emptiness, () => Pick<OpenPanel, 'store'>>> = {
  connecting: () => panelBeforeAnswer(),
  recording: () => panelOf([]),
  paused: () => {
    const panel = panelOf([]);
    panel.store.setRecording(false);
    return panel;
  },
  gone: () => panelOf([{ type: 'gone' }]),
  restricted: () => panelOf([{ type: 'navigated', url: 'chrome://settings/', documentId: null, atMs: 2 }]),
  filtered: () => {
    const panel = shopPanel();
    panel.store.setText('nothing-has-this');
    return panel;
  },
};

describe.each(languages)('the Requests view in %s', (language) => {
  const words = wordsOf(language);
  const { bar, empty: emptyProse, status, menu } = words.ui;

  // biome-ignore format: a table
  test.each<[Emptiness, string | null]>([
    ['connecting', null],
    ['recording',  bar.reload],
    ['paused',     emptyProse.resume],
    ['gone',       null],
    ['restricted', null],
    ['filtered',   bar.clearFilter],
  ])('explains why it is empty and what to do: %s', (why, button) => {
    const view = requestsOf(empty[why](), language);
    expect(texts(view, '.empty')).toEqual([[emptyProse[why], emptyProse[`${why}Hint`], ...(button ? [button] : [])].join('\n')]);
    expect(all(view, '.table-rows').flatMap((rows) => rows.children)).toEqual([]);
  });

  test('asks for host permission while it is missing', () => {
    const panel = panelOf([
      { type: 'permission', hostPermission: false },
      { type: 'started-before', ids: ['x', 'y'] },
    ]);
    const text = textOf(requestsOf(panel, language));
    expect(text).toContain(status.noHostPermissionMeaning);
    expect(text).toContain(status.givePermission);
    expect(text).toContain(status.startedBefore(2));
  });

  test('has a row for each request with its outcome and reason', () => {
    const panel = shopPanel();
    const view = requestsOf(panel, language);
    expect(texts(view, '.empty')).toEqual([]);
    const rows = all(view, '.table-row').filter(({ attributes }) => attributes['data-id']);
    const expected = panel.store.rows.value;
    expect(rows.map(({ attributes }) => attributes['data-id'])).toEqual(
      expected.map(({ id }) => id).slice(0, 40),
    );
    for (const [index, row] of rows.entries()) {
      const { entry, verdict } = expected[index]!;
      const last = entry.facts.hops.at(-1)!;
      const chip = verdict.outcome === 'blocked' ? 'blocked' : verdict.requestClass;
      const [first, method, url, , , reason, code] = texts(row, '.cell');
      expect([first, method, code]).toEqual([
        words.prose.classes[chip].label,
        last.method,
        String(statusOf(last) ?? '–'),
      ]);
      expect(url?.replace(/^\d↷/, '')).toBe(visibleText(last.url));
      const label = words.prose.outcomes[verdict.outcome].label;
      expect(reason).toBe(reasonOf(verdict, null, language) || label);
    }
  });

  test('offers every copy format', () => {
    const row = shopPanel().store.rowOf('r6')!;
    const nothing = () => {};
    const view = drawn(
      <RequestMenu
        row={row}
        x={1}
        y={1}
        words={words}
        onCopy={nothing}
        onCopyUrl={nothing}
        onCopyTicket={nothing}
        onCopyReplay={nothing}
        onCompare={nothing}
        onWhatIf={() => {}}
        onNotice={nothing}
        onClose={nothing}
      />,
    );
    const copies = [menu.url, menu.posixCurl, menu.cmdCurl, menu.powershell, menu.fetch, menu.ticket];
    const labels = [...copies, menu.replay, menu.compare, menu.whatIf];
    expect(texts(view, 'button')).toEqual(labels);
  });
});

describe('the rows', () => {
  test('mark a preflight under its request', () => {
    const view = requestsOf(shopPanel(), 'en');
    const nested = all(view, '.table-row.is-nested');
    expect(nested.length).toBeGreaterThan(3);
    for (const row of nested) expect(texts(row, '.cell')[1]).toBe('OPTIONS');
  });

  test('are the filtered requests', () => {
    const panel = shopPanel();
    panel.store.setText('pixel.gif');
    expect(texts(requestsOf(panel, 'en'), '.cell-url').slice(1)).toEqual(['https://pay.example/pixel.gif']);
  });
});

describe('the detail of a request', () => {
  const panel = shopPanel();

  // biome-ignore format: a table
  test.each([
    ['an allowed request',                'r4',  ['Access-Control-Allow-Origin', 'Readable by script', 'cors']],
    ['a header that is missing',          'r6',  ['Current → required', 'missing', 'allow-origin-missing']],
    ['a header with another origin',      'r7',  ['https://www.shop.example', 'allow-origin-mismatch']],
    ['a header sent twice',               'r9',  ['allow-origin-multiple']],
    ['a preflighted request',             'r10', ['Preflight triggers', 'method PUT', 'Preflight cache']],
    ['a preflight that refused',          'r12', ['preflight-allow-origin-mismatch', 'Preflight response']],
    ['a preflight that needs a login',    'r14', ['preflight-status', '401']],
    ['a preflight without a response',    'r17', ['preflight-network-error', 'Preflight for']],
    ['a redirect to another origin',      'r18', ['Redirect chain', 'https://login.other.example/in']],
    ['a redirect by HSTS',                'r19', ['by the browser: HTTPS only (HSTS)']],
    ['a name that does not resolve',      'r20', ['net::ERR_NAME_NOT_RESOLVED']],
    ['a request that was aborted',        'r22', ['net::ERR_ABORTED']],
    ['a request that a blocker stopped',  'r23', ['blocked-by-extension']],
    ['several possible causes',           'r24', ['Possible causes', 'How to tell']],
    ['a socket',                          'r26', ['wss://live.shop.example/socket', 'WebSocket']],
    ['a request of a service worker',     'r27', ['a service worker']],
    ['a request of a sandboxed frame',    'r28', ['An opaque origin, sent as null']],
    ['odd characters in a header',        'r29', ['odd⟨U+202E⟩edo⟨U+0007⟩ bytes']],
    ['a beacon',                          'r30', ['write']],
    ['a request under way',               'r32', ['pending']],
    ['cookies that were set',             'r33', ['stored', 'rejected', '__Host-csrf']],
    ['cookies that were sent',            'r34', ['different ports but share their cookies']],
    ['a window that the page opened',     'r36', ['Cross-Origin-Opener-Policy']],
  ])('shows %s', (_what, id, wanted) => {
    const text = textOf(detailOf(panel, id, 'en'));
    for (const part of wanted) expect(text).toContain(part);
  });

  test.each(languages)('has all sections in %s', (language) => {
    const { detail } = wordsOf(language).ui;
    const view = detailOf(panel, 'r18', language);
    for (const title of [detail.why, detail.facts, detail.headers])
      expect(sectionOf(view, title)).toBeDefined();
    expect(texts(detailOf(panel, 'r6', language), '.needs').join()).toContain(detail.needed);
  });
});

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { type SectionId, sections, sectionUrl } from '../../src/engine';
import { markdown } from '../../src/report/markdown';
import type { Report } from '../../src/report/model';
import { ticket } from '../../src/report/ticket';
import { pageEvents } from '../devtools/gallery/page-events';
import { situations } from '../devtools/gallery/situations';
import { judged } from '../prose/seen';
import { reportOfFacts } from '../support/reports';

/** Texts that are active on GitHub, on GitLab or in Markdown, or that hide their content. */
const payloads: readonly string[] = [
  // References
  ...[
    'fixes #123',
    'Closes #1, resolves GH-12',
    'octo/repo#5',
    'octo#5',
    'octo/repo@a5c3785',
    'a5c3785ed8d6a35868bc169f07e40e889087fd2e',
  ],
  ...[
    'deadbee',
    '1234567',
    'deadbee.',
    'GHSA-jfh8-c2jp-5v3q',
    'CVE-2024-12345',
    'PROJ-123',
    '!123',
    'group/project!5',
    '$12',
    '&7',
    'group&7',
  ],
  ...[
    '~bug',
    '~"needs work"',
    '%"v 1.0"',
    '%5',
    '[vulnerability:1]',
    '^alert#1',
    '*iteration:5',
    '[[wiki page]]',
    '[feature_flag:1]',
  ],
  // Mentions, emoji, quick actions
  ...[
    '@someone',
    '@org/team',
    '@all',
    'a@b.example',
    ':smile:',
    ':+1:',
    '/close',
    '/assign @me',
    '/label ~bug',
    '/spend 1h',
  ],
  // Links and autolinks
  ...[
    'https://evil.example/',
    'www.evil.example',
    'www.中国',
    '<https://evil.example/>',
    '[a](https://evil.example/)',
    '![a](https://evil.example/a.png)',
  ],
  ...[
    '[a][b] [b]: https://evil.example/',
    'mailto:a@b.example',
    'xmpp:a@b.example',
    'ftp://evil.example/',
    '[a](javascript:alert(1))',
    '//evil.example',
  ],
  // Emphasis, code, HTML
  ...[
    '**bold** _it_ ~~gone~~',
    '`code`',
    '``a`b``',
    '<b>bold</b>',
    '<img src=x onerror=alert(1)>',
    '</code><b>',
    '<details>',
    '<!-- -->',
    '&lt;b&gt; &#64;',
    '\\*a\\* \\',
    'a\\|b',
  ],
  // Blocks
  ...[
    '# heading',
    '- item',
    '1. item',
    '1) item',
    '> quote',
    '>>> quote',
    '- [ ] task',
    '---',
    '===',
    '| a | b |',
    '|---|---|',
    '    code',
    '```mermaid',
    '~~~',
    ':::note',
    '[TOC]',
    'term\n: meaning',
  ],
  // Footnotes, math, diffs, alerts
  ...['[^1]', '[^1]: note', '$x^2$', '$$x$$', '$`x`$', '{+ added +}', '{- gone -}', '[!NOTE]', '#ff0000'],
  // Invisible or reversed
  ...[
    'a\u200bb',
    '\u202egnp.exe',
    '@\u2060me',
    'a\u3164',
    '\u115f',
    'a\ufe0f',
    '\u2800',
    '\u{e0041}',
    'a\u00adb',
    'a\u0007b',
    '\ud800',
    'a\nb',
    'a\r\n\r\n# b',
  ],
];

interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/** Returns the visible pieces of text and the tags of the rendered Markdown. */
function rendered(text: string) {
  const html = micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const pieces: Piece[] = [];
  const tags: string[] = [];
  let depth = 0;
  for (const [, tag = '', piece = ''] of html.matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (/^(code|pre)\b/.test(tag)) depth++;
    if (/^\/(code|pre)\b/.test(tag)) depth--;
    if (tag !== '') tags.push(tag);
    else if (piece.trim() !== '') pieces.push({ text: decoded(piece), isCode: depth > 0 });
  }
  return { pieces, tags };
}

function decoded(html: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (names[name] ?? '?') : String.fromCodePoint(Number(code)),
  );
}

const rules = (Object.keys(sections) as SectionId[]).map(sectionUrl);

/** Whether an element is harmless: it structures text, or it links to a rule. */
function isStill(tag: string): boolean {
  if (/^\/?(h[1-4]|p|strong|li|ul|ol|table|thead|tbody|tr|th|td|code|pre|a)$/.test(tag)) return true;
  const [, url = ''] = /^a href="([^"]*)"$/.exec(tag) ?? [];
  return /^(code class="language-(sh|http)"|ol start="\d+")$/.test(tag) || rules.includes(url);
}

/** Matches text that could be active outside code: characters of Markdown and references. */
const live =
  /[^\p{Script=Han}A-Za-z0-9\s.,;:()!?'’“”–—→↔·×…/、。，：；？（）-]|[A-Za-z][./@:]\w|\w[./@:][A-Za-z]|:\w+:|\b\d{6,}\b|\b[a-f]{7,}\b|\b[A-Z]+-\d|(^|\n)\s*(\/\w|[-=]+|\d+[.)]\s)|www\./u;

function expectInert(written: string, harmless: string): void {
  const [found, usual] = [rendered(written), rendered(harmless)];
  const usualTexts = new Set(usual.pieces.map(({ text }) => text));
  for (const { text, isCode } of found.pieces)
    if (!isCode && !usualTexts.has(text)) expect(text).not.toMatch(live);
  expect(found.tags.filter((tag) => !isStill(tag))).toEqual([]);
  expect(written).not.toMatch(/(?![ \n])[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u);
}

const ticketOf = (payload: string, language: 'en' | 'zh-CN') =>
  [
    {
      error: 'net::ERR_FAILED',
      hops: [
        {
          url: `http://api.test/${encodeURI(payload.toWellFormed())}`,
          method: 'PUT',
          preflight: {
            asks: 'Origin: http://page.test\nAccess-Control-Request-Method: PUT\nAccess-Control-Request-Headers: x-a',
            answer: {
              status: 200,
              headerList: [
                ['Access-Control-Allow-Origin', payload],
                ['Access-Control-Allow-Methods', payload],
                ['Server', payload],
              ] as const,
            },
          },
        },
      ],
    },
    {
      origin: payload,
      hops: [{ method: payload, sent: 'Origin: null', answer: { status: 200, headerList: [] } }],
    },
  ].map((seen) => ticket({ ...judged(seen), language, browser: payload }));

/** The names of fields with text from a page, a server or a browser. */
const given = new Set(
  (
    'url origin method error headline title remedy text senderOrigin name has needs header because value ' +
    'before after property directive blockedUrl newUrl example restsOn because version browserSays evidence'
  ).split(' '),
);

/** Returns the value with the payload in every field that can contain external text. */
function filled(value: unknown, payload: string, isGiven = false): unknown {
  if (typeof value === 'string') return isGiven ? payload : value;
  if (Array.isArray(value)) return value.map((item) => filled(item, payload, isGiven));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    // The derived values of a page event are only our own codes and ids.
    Object.entries(value).map(([key, item]) =>
      key === 'derived' ? [key, item] : [key, filled(item, payload, isGiven || given.has(key))],
    ),
  );
}

// Enough data for each kind of line.
const report = reportOfFacts(situations.slice(-4), { pageEvents });
const usualReport = markdown(filled(report, 'https://x.test') as Report);

const usualTickets = { en: ticketOf('https://x.test', 'en'), 'zh-CN': ticketOf('https://x.test', 'zh-CN') };

describe('pasted Markdown is inert for any page content', () => {
  test('has enough payloads', () => {
    expect(new Set(payloads).size).toBeGreaterThan(90);
  });

  test.each(payloads)('in a ticket with %j', (payload) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const usual = usualTickets[language];
      for (const [index, text] of ticketOf(payload, language).entries())
        expectInert(text, usual[index] ?? '');
    }
  });

  test.each(payloads)('in a report with %j', (payload) => {
    expectInert(markdown(filled(report, payload) as Report), usualReport);
  });
});

import { describe, expect, test } from 'vitest';
import { ticketOf } from '../../../src/devtools/session/ticket-of';
import { causeProse } from '../../../src/prose/causes';
import { stackWords } from '../../../src/prose/stacks';
import { stacks } from '../../../src/remedy/stacks';
import { blocked, headersRequested, put } from '../../diagnosis/example-requests';
import { factsOf, type Recorded } from '../../diagnosis/recorded';
import { all, textOf } from '../../support/drawn';
import { http } from '../../support/http';
import { detailOf, panelOf, told } from '../../support/panels';
import { languages } from '../../support/views';

const ok: Recorded = {
  asked: 'GET https://api.test/list',
  answer: http`
    200
    Server: nginx/1.26.3
    Access-Control-Allow-Origin: *
    Access-Control-Allow-Methods: LINK`,
};
const failed = blocked(http`
  500
  Server: nginx/1.26.3`);
const open = (recording: readonly Recorded[]) =>
  panelOf([
    told(
      recording.flatMap((recorded, index) => factsOf(recorded, index)),
      'chrome',
    ),
  ]);

describe.each(languages)('the policy of a server, in %s', (language) => {
  const words = stackWords.in(language);
  const fixOf = (panel: ReturnType<typeof open>, id: string) => {
    const detail = detailOf(panel, id, language);
    return {
      parts: all(detail, 'div.fix-part').flatMap((part) => all(part, 'pre.code-block').map(textOf)),
      all: textOf(detail),
      isOffered: all(detail, 'p.fix-intro').length > 0,
      files: all(detail, 'div.fix-part-head').map((head) => textOf(all(head, 'code')[0]!)),
    };
  };

  test('is written for the stack that the responses name', () => {
    const { parts, files, all: text } = fixOf(open([ok, failed]), '1');
    expect(parts).toHaveLength(2);
    expect(files).toEqual(['/etc/nginx/conf.d/cors-policy.conf', 'server { … }']);
    expect(parts.join()).toContain('add_header Access-Control-Allow-Origin $cors_origin always;');
    expect(text).toContain(words.guessed('Server: nginx/1.26.3'));
    expect(text).toContain(words.intro('https://api.test', 2));
    expect(text).toContain(words.risks['any-origin']());
  });

  test('lists its headers only if they are for more than this request', () => {
    const tables = (recording: readonly Recorded[]) =>
      all(detailOf(open(recording), `${recording.length - 1}`, language), 'div.needs').length;
    expect([tables([ok, failed]), tables([failed])]).toEqual([1, 0]);
  });

  test('is written for the stack that the user chose', () => {
    const panel = open([ok, failed]);
    panel.store.fixChoices.choose('https://api.test', { kind: 'stack', id: 'express' });
    const { parts, all: text } = fixOf(panel, '1');
    expect(parts.join()).toContain('app.use(');
    expect(text).not.toContain(words.guessed('Server: nginx/1.26.3'));
  });

  test('waits for a choice if no response names a stack', () => {
    const { parts, all: text } = fixOf(open([blocked(http`500`)]), '0');
    expect(parts).toEqual([]);
    expect(text).toContain(words.choose);
    for (const { name } of Object.values(stacks)) expect(text).toContain(name);
  });

  test('does not allow another origin that the server blocked', () => {
    const stranger = blocked(http`403`, { from: 'https://stranger.test' });
    expect(fixOf(open([failed, stranger]), '0').all).not.toContain('stranger.test');
    expect(fixOf(open([failed, stranger]), '1').all).toContain('stranger.test');
  });

  test('is a proxy if the user chose one, with the URL that the page has to request', () => {
    const panel = open([ok, failed]);
    panel.store.fixChoices.choose('https://api.test', { kind: 'proxy', id: 'vite' });
    const { parts, files, all: text } = fixOf(panel, '1');
    expect(files).toEqual(['vite.config.js']);
    expect(parts.join()).toContain("target: 'https://api.test',");
    expect(text).toContain(words.whichOne['other-site']('https://api.test'));
    expect(text).toContain(words.proxyIntro('https://api.test'));
    expect(text).not.toContain(words.intro('https://api.test', 2));
    expect(text).toMatch(/\/proxy\/\w+/);
    expect(text).not.toContain(words.passesCookies('Vite'));
  });

  test('says that a platform passes cookies on, and where its JSON goes', () => {
    const panel = open([ok, failed]);
    panel.store.fixChoices.choose('https://api.test', { kind: 'proxy', id: 'vercel' });
    const { files, all: text } = fixOf(panel, '1');
    expect(files).toEqual(['vercel.json']);
    expect(text).toContain(words.proxyPlaces.vercel);
    expect(text).toContain(words.passesCookies('Vercel'));
  });

  test.each([
    ['http://api.page.test', 'same-site'],
    ['http://localhost:3000', 'this-machine'],
    ['http://api.localhost:3000', 'this-machine'],
    ['http://192.168.1.7', 'this-machine'],
    ['https://api.test', 'other-site'],
  ] as const)('says who can probably change %s: %s', (server, place) => {
    const { all: text } = fixOf(open([blocked(http`200`, { asked: `GET ${server}/x` })]), '0');
    expect(text).toContain(words.whichOne[place](server));
  });

  test('is not offered for a request that passed', () => {
    expect(fixOf(open([ok, failed]), '0').isOffered).toBe(false);
  });

  test('is not offered where the page has to change, because it sends a response header', () => {
    const name = 'access-control-allow-origin';
    const cure = headersRequested(name, 'content-type');
    const { all: text, isOffered } = fixOf(open([cure]), '0');
    expect(text).toContain(causeProse.in(language)['response-header-sent'].title);
    expect(isOffered).toBe(false);
  });

  test('is not offered where a login page answered, which no header of the API changes', () => {
    const login = blocked(http`
      302
      Location: https://login.example/signin`);
    expect(fixOf(open([login]), '0').isOffered).toBe(false);
  });

  test('is in the ticket, for this request alone', async () => {
    const panel = open([ok, failed]);
    panel.store.fixChoices.choose('https://api.test', { kind: 'stack', id: 'go' });
    const row = panel.store.rowOf('1') ?? fail();
    const text = await ticketOf(row, panel.store, { sawNavigation: true, pageWorld: true }, language);
    expect(text).toContain(`### ${words.title}`);
    expect(text).toContain('    "http://page.test": true,');
    const [, configuration = ''] = text?.split(`### ${words.title}`) ?? [];
    expect(configuration).toContain('func withCors(next http.Handler) http.Handler {');
  });

  test('is in the ticket for the stack that only the preflight response names', async () => {
    const { store } = open([put(http`401\nServer: nginx`)]);
    const text = await ticketOf(
      store.rowOf('0') ?? fail(),
      store,
      { sawNavigation: true, pageWorld: true },
      language,
    );
    expect(text).toContain('add_header Access-Control-Allow-Methods $cors_methods always;');
  });

  test('is not in the ticket while no stack is known', async () => {
    const { store } = open([blocked(http`500`)]);
    const text = await ticketOf(
      store.rowOf('0') ?? fail(),
      store,
      { sawNavigation: true, pageWorld: true },
      language,
    );
    expect(text).not.toContain(`### ${words.title}`);
  });
});

function fail(): never {
  throw new Error('test: no such request');
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readListener } from '../../src/reading/read-listener';
import { runs } from '../support/runs';
import { type Handler, handlers } from './handlers';
import { accepts, attacker, foretold, isNew } from './run-handler';

const read = ({ text, named = {} }: Handler) => readListener(text, new Map(Object.entries(named)));

/** Quadratic time would exceed this timeout. */
const patienceMs = 10_000;

describe('the corpus', () => {
  test.each(handlers.map((each) => [each.verdict, each.what, each] as const))('%s: %s', (_, __, handler) => {
    const { verdict, reach = null, because = null, to = null, loophole = null } = handler;
    const found = read(handler);
    expect(found).toMatchObject({ verdict, reach, because, to });
    expect(found.loophole?.kind ?? null).toBe(loophole);
    expect(found.example === null).toBe(reach === null);
  });

  // Node 20 has neither `Origin` nor `URLPattern`: `test/e2e/listeners.test.ts` runs all of them in browsers.
  const runs = handlers.filter((each) => !isNew(each));
  test.each(runs.map((each) => [each.what, each] as const))(
    'runs as it was read: “%s”',
    async (_, handler) => {
      for (const [origin, isAccepted] of foretold(handler, read(handler).example)) {
        expect([origin, await accepts(handler, origin)]).toEqual([origin, isAccepted]);
      }
    },
  );
});

describe('a reading', () => {
  test('contains the places where the event is read and checked', () => {
    const { reads, at, text, checks } = readListener(
      "function (e) {\n  var o = e.origin;\n  if (o !== 'https://a.com') return;\n  go(e.data, e.source);\n}",
    );
    expect(reads).toEqual([
      { field: 'origin', at: { line: 2, column: 11, of: null } },
      { field: 'data', at: { line: 4, column: 6, of: null } },
      { field: 'source', at: { line: 4, column: 14, of: null } },
    ]);
    expect({ at, text }).toEqual({ at: { line: 3, column: 7, of: null }, text: "o !== 'https://a.com'" });
    expect(checks).toEqual([{ kind: 'exact', text, at }]);
  });

  test('counts the columns of a method as written', () => {
    expect(readListener('handleEvent({ data }) { go(data) }').reads).toEqual([
      { field: 'data', at: { line: 1, column: 15, of: null } },
    ]);
  });

  test('names the text that contains a place', () => {
    const named = new Map([['ok', "o => o === 'https://a.com'"]]);
    expect(readListener('e => { if (ok(e.origin)) go(e.data) }', named).checks).toEqual([
      { kind: 'exact', text: "o === 'https://a.com'", at: { line: 1, column: 6, of: 'ok' } },
    ]);
  });

  test('names the value that an example assumes', () => {
    expect(readListener('e => { if (e.origin.endsWith(host)) go(e.data) }')).toMatchObject({
      example: 'https://attackertrusted.example',
      supposed: 'trusted.example',
    });
  });

  test('never runs a pattern that takes forever', () => {
    const evil = `e => { if (!/^${'(a+)+'.repeat(20)}$/.test(e.origin + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')) return; go(e.data) }`;
    expect(readListener(evil).verdict).toBe('regex');
  });

  // biome-ignore format: a table
  test.each([
    ['a text of 70,000 characters',   `e => { go(e.data); /* ${'x'.repeat(70_000)} */ }`,                  'too-long'],
    ['brackets 30,000 deep',          `e => ${'['.repeat(30_000)}${']'.repeat(30_000)}`,                   'too-complex'],
    ['a sum of 20,000 terms',         `e => { ${'1+'.repeat(20_000)}1 }`,                                  'too-complex'],
    ['1,000 conditions',              `e => { ${'if (e.origin === a) go(e.data);'.repeat(1_000)} }`,       'too-complex'],
    ['a function that calls itself',  'e => { function f(x) { return f(x) || f(x) } if (f(e.origin)) go() }', null],
  ])('stays within its bounds: %s', (_, text, because) => {
    expect(readListener(text).because).toBe(because);
  }, patienceMs);
});

describe('any text', () => {
  const words = [
    'e',
    '.origin',
    '.data',
    '.source',
    '(',
    ')',
    '{',
    '}',
    '=>',
    'function',
    'if',
    'return',
    '===',
    '!',
    '&&',
    '||',
    "'https://a.com'",
    '.indexOf',
    '/a.b/',
    '.test',
    ';',
    ',',
    '[',
    ']',
    'async ',
    'eval',
    '...',
    'class',
    'switch',
    'case',
    ':',
    '?',
    '`',
    '$',
    '\n',
    'this',
    'for',
    ' of ',
    'var ',
    '=',
    '~',
    'new ',
    'URL',
    'arguments',
    'try',
    'catch',
  ] as const;
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((each) => each.join(' '));

  test('is read without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), soup), (text) => void readListener(text)),
      { numRuns: runs(2_000) },
    );
  });

  test('is read without an error even if it is a fragment of a listener', () => {
    const cut = fc
      .tuple(fc.constantFrom(...handlers), fc.nat(400), fc.nat(400), soup)
      .map(([{ text }, from, to, words]) => text.slice(0, from) + words + text.slice(to));
    fc.assert(
      fc.property(cut, (text) => void readListener(text)),
      { numRuns: runs(2_000) },
    );
  });

  test('allows no other origin if it compares with a whole origin', () => {
    const host = fc.stringMatching(/^[a-z]{1,8}(\.[a-z]{2,5}){1,3}$/);
    const listener = (name: string) => `e => { if (e.origin !== 'https://${name}') return; go(e.data) }`;
    fc.assert(
      fc.property(host, (name) => {
        expect(readListener(listener(name))).toMatchObject({ verdict: 'exact', reach: null });
      }),
    );
  });
});

describe('a listener made of any checks', () => {
  const check = fc.constantFrom(
    "e.origin === 'https://a.com'",
    "e.origin !== 'https://a.com'",
    "'https://b.org' == e.origin",
    "['https://a.com', 'https://b.org'].includes(e.origin)",
    'list.indexOf(e.origin) < 0',
    "e.origin.endsWith('.a.com')",
    "!e.origin.startsWith('https://a.com')",
    "e.origin.indexOf('a.com') !== -1",
    "e.origin.indexOf('https://a.com') === 0",
    '/^https:\\/\\/a.com$/.test(e.origin)',
    '!e.origin.match(/b\\.org/)',
    "new URL(e.origin).hostname === 'a.com'",
    'trusted(e.origin)',
    "e.origin.slice(8).toLowerCase() === 'a.com'",
    "/^https:\\/\\/(\\w+)\\.com$/.exec(e.origin)?.[1] === 'a'",
    "(/(?<name>\\w+)\\.org/.exec(e.origin) || { groups: {} }).groups.name === 'b'",
    "(e.origin.match(/^https:\\/\\/(.+)$/) || [])[1] === 'a.com'",
  );
  const condition = fc.letrec<{ whole: string }>((tie) => ({
    whole: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      check,
      fc.tuple(tie('whole'), tie('whole')).map(([a, b]) => `(${a} && ${b})`),
      fc.tuple(tie('whole'), tie('whole')).map(([a, b]) => `(${a} || ${b})`),
      tie('whole').map((a) => `!(${a})`),
    ),
  })).whole;
  const shape = fc.constantFrom(
    (test: string) => `e => { if (${test}) { go(e.data) } }`,
    (test: string) => `e => { if (${test}) return; go(e.data) }`,
    (test: string) => `e => { const ok = ${test}; if (ok) go(e.data) }`,
    (test: string) => `e => { (${test}) && go(e.data) }`,
    (test: string) => `e => { ${test} ? go(e.data) : void 0 }`,
    (test: string) => `e => { let ok = true; ok &&= ${test}; if (!ok) return; go(e.data) }`,
    (test: string) => `e => { let bad = false; bad |= !(${test}); if (bad) return; go(e.data) }`,
    (test: string) => `e => { if (${test}) go(e.data); else console.debug(typeof e.data) }`,
    (test: string) => `(...all) => { const [e] = all; if (!(${test})) return; go(e.data) }`,
    (test: string) =>
      `e => { const check = () => { if (${test}) return true; return false }; if (!check()) return; go(e.data) }`,
    (test: string) => `e => { if (e.origin !== 'https://a.com') return; if (${test}) { go(e.data) } }`,
    (test: string) => `e => { if (isLocal || ${test}) go(e.data) }`,
    (test: string) => `e => { if (!(${test}) && !isLocal) return; go(e.data) }`,
    (test: string) => `e => { let ok = false; if (${test}) ok = true; if (!ok) return; go(e.data) }`,
    (test: string) => `e => { let ok = ${test}; if (isLocal) ok = true; if (ok) go(e.data) }`,
    (test: string) => `e => { try { if (!(${test})) throw 1 } catch {} go(e.data) }`,
    (test: string) => `e => { try { if (!(${test})) throw 1 } catch { return } go(e.data) }`,
    (test: string) => `e => { go(e.data); if (!(${test})) return; go(e.data) }`,
    (test: string) => `e => { if (${test}) { go(e.data); return } go(e.data) }`,
    (test: string) =>
      `e => { const ok = () => { if (isLocal) return true; return ${test} }; if (ok()) go(e.data) }`,
    (test: string) =>
      `e => { const ok = () => { try { if (!(${test})) throw 1 } catch { return isLocal } return true }; if (ok()) go(e.data) }`,
  );
  const named = new Map([
    ['trusted', "o => o === 'https://b.org' || /\\.b\\.org$/.test(o)"],
    ['list', "['https://a.com']"],
  ]);
  const given = { isLocal: true, list: ['https://a.com'] };
  const code = { trusted: "(o) => o === 'https://b.org' || /\\.b\\.org$/.test(o)" };

  test('allows its example when it runs, and no unintended origin if there is no example', async () => {
    await fc.assert(
      fc.asyncProperty(condition, shape, async (test, write) => {
        const handler: Handler = { what: '', verdict: 'exact', text: write(test), given, code };
        const { verdict, example, reach, loophole } = readListener(handler.text, named);
        if (example !== null) expect(await accepts(handler, example), handler.text).toBe(true);
        if (reach === 'anyone' || loophole || verdict === 'unknown') return;
        expect(await accepts(handler, attacker), handler.text).toBe(false);
      }),
      { numRuns: runs(1_000) },
    );
  });
});

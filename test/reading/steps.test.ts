import { describe, expect, test } from 'vitest';
import { readListener } from '../../src/reading/read-listener';
import { maxSteps, stepsSpent } from '../../src/reading/steps';

const line = (text: string, count: number) => `${text}\n`.repeat(count);
const nested = (open: string, inner: string, close: string, depth: number) =>
  open.repeat(depth) + inner + close.repeat(depth);
const afterwards = 'if (a) go(e.data);';

// Each text causes far more work than its length suggests: as a tree of conditions, a long string, or many
// calls.
// biome-ignore format: a table
const adversarial: readonly (readonly [what: string, text: string])[] = [
  ['a formula that doubles with each line',       `e => { let a = e.origin === 'https://a'; ${line("a = (a && e.origin !== 'x') || (a && e.origin !== 'y');", 400)} ${afterwards} }`],
  ['a formula that doubles by a conditional',     `e => { let a = e.origin === 'https://a'; ${line("a = a ? a && e.origin !== 'x' : !a;", 400)} ${afterwards} }`],
  ['a formula that doubles by &=',                `e => { let a = e.origin === 'https://a'; ${line('a &= !(a && (a || !a));', 400)} ${afterwards} }`],
  ['a formula that doubles by a function',        `e => { const d = (x) => (x && e.origin !== 'y') || (x && e.origin !== 'z'); let a = e.origin === 'https://a'; ${line('a = d(a);', 400)} ${afterwards} }`],
  ['a formula that doubles within a comparison',  `e => { let a = e.origin === 'https://a'; ${line('a = (a || !a) === b;', 60)} ${afterwards} }`],
  ['a formula that doubles by a look-up',         `e => { let a = [e.origin].some((o) => o === 'https://a'); ${line('a = [1, 2].some(() => a) && [1, 2].every(() => a);', 60)} ${afterwards} }`],
  ['conditions under conditions',                 `e => { ${line("if (e.origin !== 'https://a' && e.origin !== 'https://b') return;", 400)} go(e.data) }`],
  ['ifs in a function, one after the other',      `e => { function ok(o) { ${line("if (o === 'https://a') x = 1;", 200)} return true } if (ok(e.origin)) go(e.data) }`],
  ['replaceAll of nothing',                       `e => { const a = e.origin${".replaceAll('', '0123456789')".repeat(12)} === 'x'; ${afterwards} }`],
  ['replaceAll of one letter by many',            `e => { const a = e.origin${".replaceAll('e', 'eeeeeeeeee')".repeat(12)} === 'x'; ${afterwards} }`],
  ['replace by a text of 60,000 characters',      `e => { const t = '${'x'.repeat(60_000)}'; const a = e.origin.replaceAll('', t).replaceAll('', t) === 'x'; ${afterwards} }`],
  ['split and join',                              `e => { const a = e.origin${".split('').join('0123456789')".repeat(12)} === 'x'; ${afterwards} }`],
  ['plus, line by line',                          `e => { let o = e.origin; const t = 'x'.padEnd(9); ${line('o = o + "0123456789".repeat(9) + "abcdefghijklmnop";', 900)} const a = o === 'x'; ${afterwards} }`],
  ['a constant that doubles',                     `e => { let t = 'xx'; ${line('t = t + t;', 60)} const a = (e.origin + t + t + t) === t; ${afterwards} }`],
  ['a long way of small steps, asked often',      `e => { let o = e.origin; ${line('o = o.toLowerCase();', 1_500)} let a = false; ${line("a = a || o === 'x';", 300)} ${afterwards} }`],
  ['many samples',                                `e => { ${Array.from({ length: 300 }, (_, n) => `if (e.origin === 'https://a.b.c.d.e.f.g.h${n}') return;`).join('\n')} go(e.data) }`],
  ['a sample of 30,000 labels',                   `e => { const a = e.origin === 'https://${'a.'.repeat(30_000)}b'; ${afterwards} }`],
  ['a pattern whose samples double',              `e => { const a = /${nested('(?:a|b)(?:', 'x', '|y)', 40)}/.test(e.origin); ${afterwards} }`],
  ['a pattern whose sample is long',              `e => { const a = /${nested('(?:', 'a', '){90}', 40)}/.test(e.origin); ${afterwards} }`],
  ['a pattern that takes for ever, many times',   `e => { let a = false; ${line(`a = a || /^${'(a+)+'.repeat(20)}$/.test(e.origin + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa!');`, 200)} ${afterwards} }`],
  ['many patterns',                               `e => { let a = false; ${line('a = a || /^https:..[a-z0-9]+.example$/.test(e.origin);', 300)} ${afterwards} }`],
  ['one pattern, read anew with each call',       `e => { const p = (o) => /^${'[a-z]'.repeat(300)}$/.test(o); let a = false; ${line('a = a || p(e.origin);', 1_000)} ${afterwards} }`],
  ['a list that is spread into itself',           `e => { const f = (...x) => g(${'...x,'.repeat(50)}1); const g = (...x) => h(${'...x,'.repeat(50)}1); const h = (...x) => i(${'...x,'.repeat(50)}1); const i = (...x) => j(${'...x,'.repeat(50)}1); const j = (...x) => x.includes(e.origin); const a = f(1, 2); ${afterwards} }`],
  ['functions that call each other',              `e => { ${Array.from({ length: 300 }, (_, n) => `const f${n} = (o) => f${n + 1}(o) || f${n + 2}(o) || o === 'x${n}';`).join('\n')} const a = f0(e.origin); ${afterwards} }`],
  ['names looked up through many scopes',         `e => { ${nested('{', line('q; q; q; q; q; q; q; q; q; q;', 1_000), '}', 180)} const a = e.origin === 'https://a'; ${afterwards} }`],
  ['a switch in a switch',                        `e => { ${nested("switch (e.origin) { case 'https://a': case 'https://b': ", 'go(e.data);', ' break; default: return }', 90)} }`],
  ['numbers of numbers',                          `e => { let n = e.origin.indexOf('a'); ${line('n = ~n;', 3_000)} let a = false; ${line('a = a || n > 3;', 300)} ${afterwards} }`],
  ['parts of parts',                              `e => { let p = e.origin.split('.'); ${line("p = p.slice(0).reverse();", 1_000)} let a = false; ${line("a = a || p[0] === 'x';", 300)} ${afterwards} }`],
  ['a URL of a URL',                              `e => { let o = e.origin; ${line('o = new URL(o).origin;', 1_000)} let a = false; ${line("a = a || o === 'x';", 300)} ${afterwards} }`],
  ['what a pattern caught, caught again',         `e => { let o = e.origin; ${line('o = /(.*)/.exec(o)[1];', 500)} let a = false; ${line("a = a || o === 'x';", 300)} ${afterwards} }`],
  ['a text that is searched for the origin',      `e => { const t = '${'https://a '.repeat(5_000)}'; let a = false; ${line('a = a || t.includes(e.origin);', 300)} ${afterwards} }`],
];

describe('a text that needs too much work', () => {
  test.each(adversarial)('is abandoned after a limited, constant number of steps: %s', (_, text) => {
    const reading = readListener(text);
    const spent = stepsSpent();
    // The step that exceeds the limit is the last one, whatever its cost.
    expect(spent).toBeLessThan(2 * maxSteps);
    if (spent > maxSteps) expect(reading.because).toBe('too-complex');
    readListener(text);
    expect(stepsSpent()).toBe(spent);
  });

  test('leaves all steps to the next text', () => {
    const text = "e => { if (e.origin === 'https://a.com') go(e.data) }";
    readListener(adversarial[0]?.[1] ?? '');
    expect(readListener(text).verdict).toBe('exact');
    expect(stepsSpent()).toBeLessThan(1_000);
  });
});

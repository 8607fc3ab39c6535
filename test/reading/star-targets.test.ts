import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { starTargets } from '../../src/reading/star-targets';
import { runs } from '../support/runs';

const linesOf = (text: string) => starTargets(text).found.map(({ line }) => line);

/** Quadratic time would exceed this timeout. */
const patienceMs = 10_000;

describe('a star as the target origin', () => {
  // biome-ignore format: a table
  test.each([
    // text                                                                       found
    ["w.postMessage(m, '*')",                                                     true],
    ['w.postMessage(m, "*")',                                                     true],
    ['w.postMessage(m, `*`)',                                                     true],
    ['parent.postMessage({ a: [1, 2], b: f(3, 4) }, "*", [port])',                true],
    ['postMessage(m, "*")',                                                       true],
    ['frame?.contentWindow?.postMessage(m, "*")',                                 true],
    ['w["postMessage"](m, "*")',                                                  true],
    ['w.postMessage(m, { targetOrigin: "*" })',                                   true],
    ['w.postMessage(m, { transfer: [p], "targetOrigin": "*" })',                  true],
    ['w.postMessage.call(w, m, "*")',                                             true],
    ['w.postMessage(m, origin || "*")',                                           true],
    ['w.postMessage(m, same ? location.origin : "*")',                            true],
    ['import a from "b"; export const go = () => w.postMessage(a, "*")',          true],
    ['#!/usr/bin/env node\npostMessage(m, "*")',                                  true],
    ['a.b(function () { return top.postMessage(JSON.stringify(m), "*") })',       true],
    ['w.postMessage("*")',                                                        false],
    ['w.postMessage("*", "https://a.com")',                                       false],
    ['w.postMessage(m, "https://a.com")',                                         false],
    ['w.postMessage(m, "/")',                                                     false],
    ['w.postMessage(m, target)',                                                  false],
    ['w.postMessage(m, { targetOrigin: "https://a.com", note: "*" })',            false],
    ['worker.postMessage(m, [buffer])',                                           false],
    ['// w.postMessage(m, "*")',                                                  false],
    ['/* w.postMessage(m, "*") */',                                               false],
    ['const help = "w.postMessage(m, \'*\')"',                                    false],
    ['w.post(m, "*"); postMessages(m, "*")',                                      false],
    ['log("postMessage", (m, "*"))',                                              false],
    ['',                                                                          false],
  ])('%s: %s', (text, isFound) => {
    expect(starTargets(text)).toMatchObject({ by: 'syntax', isCut: false });
    expect(linesOf(text)).toHaveLength(isFound ? 1 : 0);
  });

  test('has its place and its text, cut to the maximum length', () => {
    const long = 'x'.repeat(300);
    const { found } = starTargets(`const a = 1;\r\n  w.postMessage('${long}', '*');\n`);
    expect(found).toEqual([{ line: 2, column: 3, text: `w.postMessage('${long}`.slice(0, 200) }]);
  });
});

describe('a text that does not parse', () => {
  // biome-ignore format: a table
  test.each([
    // text                                                                       lines
    ['const x: string = 1 as any;\nw.postMessage(m, "*");',                       [2]],
    ['return <div onClick={() => w.postMessage(m, "*")} />;',                     [1]],
    ['}\nw.postMessage({ a: [1, 2] }, { targetOrigin: "*" })',                    [2]],
    ['}\nw["postMessage"](m, "*")\n w?.postMessage?.(f(1, 2), \'*\', [p])',       [2, 3]],
    ['}\n// w.postMessage(m, "*")\n"w.postMessage(m, \'*\')"',                    []],
    ['}\nw.postMessage("*", target); w.postMessage(m, "*" + x)',                  []],
    ['"not closed\nw.postMessage(m, "*")',                                        [2]],
    ['}\nw.postMessage(w.postMessage(a, "*"), b)',                                [2]],
    ['}\nw.postMessage(m, "*"',                                                   []],
  ])('is searched token by token: %j', (text, lines) => {
    expect(starTargets(text).by).toBe('tokens');
    expect(linesOf(text)).toEqual(lines);
  });
});

describe('the limits', () => {
  test('report at most 200 calls, and that there are more', () => {
    const { found, isCut } = starTargets('w.postMessage(m, "*");'.repeat(300));
    expect(found).toHaveLength(200);
    expect(isCut).toBe(true);
  });

  test('read at most 2,000,000 characters', () => {
    const { found, isCut, by } = starTargets(`w.postMessage(m, "*");${' '.repeat(2_000_000)}x`);
    expect({ found: found.length, isCut, by }).toEqual({ found: 1, isCut: true, by: 'tokens' });
  });

  // biome-ignore format: a table
  test.each([
    ['brackets 100,000 deep',     `postMessage${'('.repeat(100_000)}`],
    ['lines that end nowhere',    'postMessage(\'\n'.repeat(50_000)],
    ['a sum of 100,000 terms',    `postMessage(m, ${'1+'.repeat(100_000)}1)`],
    ['backticks',                 '`${postMessage(m, "*")'.repeat(20_000)],
  ])('keep %s fast', (_, text) => {
    starTargets(text);
  }, patienceMs);

  // biome-ignore format: a table
  test.each([
    ['brackets',    '(',              'w.postMessage(m, "*")', ')'],
    ['templates',   '`${',            'w.postMessage(m, "*")', '}`'],
    ['functions',   'function f(){',  'w.postMessage(m, "*")', '}'],
    ['arrows',      'a=>',            'w.postMessage(m, "*")', ''],
    ['signs',       '!',              'w.postMessage(m, "*")', ''],
    ['sums',        '1+',             'w.postMessage(m, "*")', ''],
    ['patterns',    '[',              'a',                     ']'],
    ['else',        'if(a);else ',    'w.postMessage(m, "*")', ''],
  ])('are found by syntax in nested %s, and by tokens in too many', (what, before, inside, after) => {
    const nested = (depth: number) => {
      const text = before.repeat(depth) + inside + after.repeat(depth);
      return what === 'patterns' ? `let ${text} = b; w.postMessage(m, "*")` : text;
    };
    expect(starTargets(nested(50))).toMatchObject({ found: [{}], by: 'syntax' });
    expect(starTargets(nested(600))).toMatchObject({ found: [{}], by: 'tokens' });
  });

  test('do not end the process, however deep the text is nested', () => {
    const module = new URL('../../src/reading/star-targets.ts', import.meta.url).href;
    const code = `import { starTargets } from '${module}';
      console.log(starTargets('postMessage(m, "*");' + '\`\${'.repeat(50_000)).by);`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', code];
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe('tokens\n');
  });

  test('hold for any text without an error', () => {
    const words = [
      'postMessage',
      '(',
      ')',
      "'*'",
      '"',
      '`',
      '${',
      '}',
      '{',
      ',',
      '/',
      '\n',
      'targetOrigin',
      ':',
      '<a>',
    ];
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((each) => each.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), soup), (text) => void starTargets(`postMessage${text}`)),
      { numRuns: runs(2_000) },
    );
  });
});

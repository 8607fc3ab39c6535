import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

/** English that a developer reads twice, and what to write instead. */
const banned: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bbarred\b/i, 'blocked'],
  [/\bif agreed\b/i, 'with the server’s consent'],
  [/\bheld against\b/i, 'checked against, compared with'],
  [/\bmend(s|ed|ing)?\b/i, 'fix, fixed'],
  [/\bdear enough\b/i, 'expensive'],
  [/\b(is|are|was|were) heard\b/i, 'observed, reported'],
  [/\bnobody\b/i, 'no caller, no origin, no script'],
  [/\b(anybody|anyone|somebody|someone)\b/i, 'any origin, any site, another server, the user'],
  [/\basked anew\b/i, 'cache miss'],
  [/\banew\b/i, 'again'],
  [/\bby (its|their|the page’s) own word\b/i, 'reported by the page'],
  [/\bwhat leaves\b/i, 'preview'],
  [/\bbut for\b/i, 'except'],
  [/\bsave for\b/i, 'except'],
  [/\byet to\b/i, 'not yet'],
  [/\bwho(so)?ever\b/i, 'the caller, the sender, the opener'],
  [/\bwhatever (there is|comes|else)\b/i, 'all, any, other'],
  [/\bwhat came back\b/i, 'the response'],
  [/\bas it comes\b/i, 'by default'],
  [/\ball the same\b/i, 'although'],
  [/\bof its own accord\b/i, 'itself'],
  [/\bshall be\b/i, 'do you want'],
  [/\bwent out\b/i, 'was sent'],
  [/\b(may|does|can) not soundly\b|\bsoundly\b/i, 'safely'],
  [/\bforeign (origin|code|one)\b/i, 'another origin, third-party'],
  [/\bfor whom\b|\bby whom\b|\bof whom\b/i, 'name who it is'],
  [/\bstands? in the way\b|\bstood in the way\b/i, 'blocks, blocked'],
  [/\b(is|are|was|were) no (URL|list|script|origin|wildcard|table|reason)\b/, 'is not a …'],
  [/\bhas → needs\b/i, 'current → required'],
  [
    /, for (it|they|he|that|this|nothing|then|fetch\(\)|the text|a reason)\b(?! (type|kind|origin|document))/i,
    'because',
  ],
];

/** Chinese that was translated word by word, and what to write instead. */
const calques: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/一切照旧/, '没有任何更改'],
  [/所询问的/, '所需的'],
  [/已询问浏览器/, '已与浏览器的 Cookie 存储核对'],
  [/自己的说法/, '由页面报告'],
  [/原话/, '消息'],
  [/没有人能|没有人会/, '没有脚本能'],
  [/作答/, '响应'],
  [/一时宽容/, '目前仍'],
  [/不再告知/, '隐藏'],
  [/自称/, '声明'],
  [/许可没有到来/, '缺少许可'],
  [/成为请求/, '发出请求'],
];

/** More words that make a reader of a page stop. Not for the panel, where some of them are terms. */
const bannedInPages: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bnor\b/i, 'and … not'],
  [/\bone more\b/i, 'another'],
  [/\bso that it may\b/i, 'so that it can'],
  [/\btells? of\b/i, 'reports, shows'],
  [/\b(is|are) asked\b/i, 'is requested, is read'],
  [/\bhears?\b|\bheard\b/i, 'observes, observed'],
  [/\bthe way to\b/i, 'how to'],
  [/\bby (its|their) word\b/i, 'as reported by'],
];

const documents = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** A string or a template that is no key of an object. */
const literal = /'(?:[^'\\\n]|\\.)*'(?!\s*:)|"(?:[^"\\\n]|\\.)*"(?!\s*:)|`(?:[^`\\]|\\.)*`/g;

/** The texts of a language, by file: all that its files have as strings, without comments and imports. */
function textsOf(language: string): readonly (readonly [file: string, text: string])[] {
  return readdirSync(`${root}src/prose/${language}`).map((file) => {
    const code = read(`src/prose/${language}/${file}`)
      .replace(/\/\*[\s\S]*?\*\/|^import [\s\S]*?;$/gm, '')
      .replace(/'\s*\+\s*'/g, '');
    return [file, (code.match(literal) ?? []).join('\n')];
  });
}

/** The words that should not be there, each with its surroundings. */
function found(text: string, words: typeof banned): readonly string[] {
  return words.flatMap(([pattern, instead]) => {
    const match = pattern.exec(text);
    if (!match) return [];
    const around = text.slice(Math.max(0, match.index - 40), match.index + match[0].length + 40);
    return [`“${around.replace(/\s+/g, ' ')}”: write ${instead}`];
  });
}

describe('the panel and the reports', () => {
  test.each(textsOf('en'))('use plain English: %s', (_, text) => {
    expect(found(text, banned)).toEqual([]);
  });

  test.each(textsOf('zh-cn'))('use plain Chinese: %s', (_, text) => {
    expect(found(text, calques)).toEqual([]);
  });
});

describe('the documents', () => {
  test.each(documents)('use plain English: %s', (path) => {
    expect(found(read(path), [...banned, ...bannedInPages])).toEqual([]);
  });
});

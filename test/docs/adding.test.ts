import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/channels/kinds';
import { findingCodes, findings, says } from '../../src/engine';
import { languages } from '../../src/prose';
import { reportedKinds } from '../../src/protocol/page-events';
import { stacks } from '../../src/remedy/stacks';
import { formatIds } from '../../src/report/formats';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/adding.md');
const readme = read('README.md');

/** All files of the project that the page can name. */
const files = ['src', 'docs', 'test', 'playground', '_locales'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length)),
);

/** The recipe under a heading, without what is not built yet. */
function recipe(title: string): string {
  const [, text = ''] = page.split(`\n## ${title}\n`);
  return text.split('\n## ')[0] ?? '';
}

/** The files of the recipe, in order: what each numbered line starts with. */
const stepsOf = (title: string) =>
  [...recipe(title).matchAll(/^\d+\. (?:`([^`]+)`)?/gm)].map(([, path = '']) => path);

/** The files that match a path of the recipe: `*` and `<name>` stand for a part of a file's name. */
function matching(path: string): readonly string[] {
  const pattern = path
    .replaceAll('.', '\\.')
    .replaceAll('*', '[^/]+')
    .replace(/<[a-z]+>/g, '[^/]+');
  const whole = new RegExp(path.endsWith('/') ? `^${pattern}` : `^${pattern}$`);
  return files.filter((file) => whole.test(file));
}

/** The files of a step that contain a word, in quotes, as a key or as a member. */
const naming = (path: string, word: string) =>
  matching(path).filter((file) => new RegExp(`['"\`]${word}['"\`]|^\\s*${word}[:,]`, 'm').test(read(file)));

describe('every path in docs/adding.md', () => {
  const paths = [...page.matchAll(/`((?:src|docs|test|playground|_locales)\/[^`\s]*)`/g)].map(
    ([, path = '']) => path,
  );

  test.each([...new Set(paths)])('%s exists', (path) => {
    expect(matching(path)).not.toEqual([]);
  });
});

describe('a test that reports what was forgotten', () => {
  const named = [...page.matchAll(/`(test\/[^`]+)`: \*([^*]+)\*/g)].map(([, file = '', name = '']) => [
    file,
    name,
  ]);

  test('is named for several mistakes', () => {
    expect(named.length).toBeGreaterThan(5);
  });

  test.each(named)('%s has a test "%s"', (file = '', name = '') => {
    expect(read(file)).toContain(name);
  });
});

describe('the number of files', () => {
  // biome-ignore format: a table
  test.each([
    // recipe               said in words  steps  at most
    ['A finding',           'Six files',       6, 6],
    ['A kind of page event', 'Eight files',    8, 8],
    ['An export format',    'Five files',      5, 5],
    ['A cause',             'Four files',      4, 5],
    ['A question',          'Four files',      4, 5],
    ['A piece of advice',   'Four files',      4, 5],
    ['A stack',             'Four files',      4, 5],
    ['A language',          'One folder, and three files', 4, 4],
  ])('of "%s" is as the page says', (title, words, steps, bound) => {
    expect(recipe(title)).toContain(words);
    expect(stepsOf(title)).toHaveLength(steps);
    expect(steps).toBeLessThanOrEqual(bound);
  });
});

describe('a finding', () => {
  const [table = '', , words = '', english = '', chinese = '', docs = ''] = stepsOf('A finding');
  const rules = files.filter(
    (file) => /^src\/(engine|exchange)\//.test(file) && ![table, words].includes(file),
  );
  const code = rules.map(read).join('\n');
  /** The panel shows hidden headers in the list of headers, and no rule returns their code. */
  const withoutRule = ['response-header-hidden'];

  test.each(withoutRule)('%s has no rule', (finding) => {
    expect(code).not.toContain(`'${finding}'`);
  });

  test.each(findingCodes)('%s is in the files of the recipe', (finding) => {
    for (const path of [table, english, chinese, docs]) expect(naming(path, finding), path).not.toEqual([]);
    if (says.chrome[finding] || says.firefox[finding]) expect(naming(words, finding)).toEqual([words]);
    if (withoutRule.includes(finding)) return;
    // The preflight's twin of a finding of the CORS check is made by `onPreflight`.
    const twin = finding.replace(/^preflight-/, '');
    const isTwin = twin in findings && findings[finding].section === 'corsCheck';
    expect(code).toContain(`'${isTwin ? twin : finding}'`);
  });
});

describe('a kind of page event', () => {
  const [schema = '', told = '', kind = '', table = '', english = '', chinese = '', icon = '', report = ''] =
    stepsOf('A kind of page event');

  test.each(Object.keys(reportedKinds))('%s has a schema, which a report has too', (name) => {
    const own = matching(schema.replace('<kind>', name));
    expect(own).toHaveLength(1);
    expect(naming(told, name)).toEqual([told]);
    expect(read(report)).toContain(`/page-events/${name}'`);
  });

  test.each(Object.keys(kinds))('%s is in the files of the recipe', (name) => {
    expect(naming(table, name)).toEqual([table]);
    // A message that was sent and one that was received are two in the panel.
    const shown = name === 'post-message' ? ['received', 'sent'] : [name];
    for (const path of [english, chinese, icon]) {
      for (const each of shown) expect(naming(path, each), path).not.toEqual([]);
    }
  });

  test('has a file that the table imports', () => {
    const imported = [...read(table).matchAll(/from '\.\/([\w-]+)'/g)].map(([, name = '']) => name);
    for (const name of Object.keys(reportedKinds)) {
      expect(imported).toContain(name);
      expect(matching(kind.replace('<kind>', name))).toHaveLength(1);
    }
  });
});

describe('a probe', () => {
  const content = files.filter((file) => file.startsWith('src/content/'));

  test.each(content.filter((file) => file.startsWith('src/content/probes/')))('%s is imported', (probe) => {
    const importers = content.filter((file) => read(file).includes(`/${basename(probe, '.ts')}'`));
    expect(importers).not.toEqual([]);
  });
});

describe('a stack', () => {
  const [writer = '', table = '', english = '', chinese = ''] = stepsOf('A stack');

  test.each(Object.keys(stacks))('%s is in the files of the recipe', (id) => {
    const file = id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(matching(writer.replace('<stack>', file))).toHaveLength(1);
    for (const path of [table, english, chinese]) expect(naming(path, id), path).toEqual([path]);
  });
});

describe('an export format', () => {
  const [writer = '', table = '', english = '', chinese = ''] = stepsOf('An export format');

  test.each(formatIds)('%s is in the files of the recipe', (id) => {
    expect(matching(writer.replace('<format>', id))).toHaveLength(1);
    for (const path of [table, english, chinese]) expect(naming(path, id), path).toEqual([path]);
    expect(readme, 'README.md lists the ids of all formats').toContain(`'${id}'`);
  });
});

describe('a language', () => {
  const [folder = '', table = '', locales = ''] = stepsOf('A language');
  const english = matching(folder.replace('<tag>', 'en')).map((file) => basename(file));

  test.each(languages)('%s is in the files of the recipe', (tag) => {
    const own = matching(folder.replace('<tag>', tag.toLowerCase()));
    expect(own.map((file) => basename(file))).toEqual(english);
    expect(english.length).toBeGreaterThan(10);
    expect(naming(table, tag)).toEqual([table]);
    expect(matching(locales.replace('<tag>', tag.replace('-', '_')))).toHaveLength(1);
  });

  test('has every text of the manifest', () => {
    const texts = matching(locales).map((file) => [dirname(file), Object.keys(JSON.parse(read(file)))]);
    const [[, first] = []] = texts;
    for (const [, names] of texts) expect(names).toEqual(first);
  });
});

describe.each(['a response header', 'a `postMessage`'])('the path of %s in docs/architecture.md', (title) => {
  const [, section = ''] = read('docs/architecture.md').split(`\n## From ${title} to the screen\n`);
  const [table = ''] = section.split('\n## ');
  const hops = [...table.matchAll(/^\| (\d) \| `(src\/[^`]+)` \| `(\w+)` \|/gm)].map(
    ([, number, file = '', name = '']) => [Number(number), file, name] as const,
  );

  test('has at most eight hops, numbered', () => {
    expect(hops.map(([number]) => number)).toEqual(hops.map((_, index) => index + 1));
    expect(hops.length).toBeGreaterThan(4);
    expect(hops.length).toBeLessThanOrEqual(8);
  });

  test.each(hops)('%i: %s exports %s', (_, file, name) => {
    expect(read(file)).toMatch(new RegExp(`^export function ${name}\\b`, 'm'));
  });
});

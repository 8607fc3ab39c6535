import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder)).flatMap((file) => (file.endsWith('.md') ? [join(folder, file)] : [])),
);
/** The headings of recipes whose files do not exist yet, because the feature is not built. */
const notBuilt = /\n## .+ \(not built yet\)\n[\s\S]*?(?=\n## |$)/g;

/** Whether there is such a file or folder. In the last part, `*` and `<name>` stand for any characters. */
function exists(path: string): boolean {
  if (!/[*<…]/.test(path)) return existsSync(join(root, path));
  const pattern = basename(path)
    .replaceAll('.', '\\.')
    .replace(/\*|<[a-z]+>|…/g, '[^/]+');
  const folder = dirname(path);
  return (
    /[*<]/.test(folder) || readdirSync(join(root, folder)).some((file) => RegExp(`^${pattern}$`).test(file))
  );
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('names files that exist', () => {
    const paths = [
      ...text.replace(notBuilt, '').matchAll(/`((?:src|docs|test|playground|scripts|bench)\/[^`\s]*)`/g),
    ].map(([, path = '']) => path);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });

  test('links to files and headings that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
    const broken = links.filter(([, path = '', anchor]) => {
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test('names commands that exist', () => {
    const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(read('package.json'));
    const commands = [...text.matchAll(/npm (?:run ([\w:]+)|(start|test)\b)/g)];
    const unknown = commands.filter(([, name, short = '']) => !((name ?? short) in scripts));
    expect(unknown.map(([command]) => command)).toEqual([]);
  });
});

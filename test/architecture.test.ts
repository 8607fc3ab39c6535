import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exportedValues, importedValues } from './support/exported-values';
import { importCycles } from './support/import-cycles';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Who may import whom, besides themselves: the table of docs/architecture.md. */
const mayImport = new Map(
  [...read('docs/architecture.md').matchAll(/^\| `([a-z]+)` \|[^|]*\| (.*) \|$/gm)].map(
    ([, room = '', names = '']) => [room, [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)],
  ),
);

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?<!\.d)\.tsx?$/.test(file));

const statement =
  /^(?:import|export)\s+(?:type\s+)?(?:[\w$*\s,]+|[\w$*\s,]*\{[^}]*\})\s*from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** What a file imports, as it is written there: statically, for its effects, late, or as a type. */
function importsOf(file: string): readonly string[] {
  return [...read(join('src', file)).matchAll(statement)].map(
    ([, named, bare, late]) => named ?? bare ?? late ?? '',
  );
}

/** A specifier in the words of the table: a package, a room, or a path into the engine that is not its index. */
function target(file: string, specifier: string): string {
  if (!specifier.startsWith('.'))
    return specifier.replace(/^(preact|node|@modelcontextprotocol\/sdk)[/:].*/, '$1');
  const path = join(dirname(file), specifier);
  const isInside = file.startsWith('engine/');
  return path.startsWith('engine/') && !isInside ? path : (path.split('/')[0] ?? '');
}

/** Files that are named, not code that is run: among them the scripts that are registered by their path. */
const isAsset = (specifier: string) => /\.(css|svg|png|html|json)(\?.*)?$|\?script&iife$/.test(specifier);

describe('the table of rooms', () => {
  const rooms = [...new Set(files.map((file) => file.split('/')[0] ?? ''))].sort();

  test('has every folder of src, and no other', () => {
    expect([...mayImport.keys()].sort()).toEqual(rooms);
  });

  test('is followed by that of the other folders, and those of tests that mirror nothing', () => {
    const foldersIn = (path: string) =>
      readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name);
    const ignored = new Set(
      read('.gitignore')
        .split('\n')
        .map((line) => line.replaceAll('/', '')),
    );
    const folders = foldersIn('.').filter((name) => name !== 'src' && !ignored.has(name));
    const ofTests = foldersIn('test').filter((name) => ![...rooms, ...folders].includes(name));
    const wanted = [...folders, ...ofTests.map((name) => `test/${name}`)].map((path) => `${path}/`);
    const [, table = ''] = read('docs/architecture.md').split('| folder | what is in it |');
    const named = [...table.matchAll(/^\| ((?:`[^`|]+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
    expect(named.sort()).toEqual(wanted.sort());
  });

  test('keeps background, devtools and content apart', () => {
    for (const room of ['background', 'devtools', 'content']) {
      for (const other of ['background', 'devtools', 'content']) {
        expect(room === other || !mayImport.get(room)?.includes(other), `${room} may import ${other}`).toBe(
          true,
        );
      }
    }
  });

  test('lets the pure rooms import nothing of a browser', () => {
    for (const room of [
      'engine',
      'exchange',
      'channels',
      'reading',
      'map',
      'remedy',
      'recording',
      'prose',
      'report',
      'protocol',
    ]) {
      const outside = (mayImport.get(room) ?? []).filter(
        (name) => !mayImport.has(name) && !['tldts', 'acorn', 'valibot'].includes(name),
      );
      expect(outside, room).toEqual([]);
    }
  });
});

test.each(files)('src/%s imports only what its room may', (file) => {
  const room = file.split('/')[0] ?? '';
  const allowed = [room, ...(mayImport.get(room) ?? [])];
  const mayUseSites = room !== 'background' && room !== 'exchange' && room !== 'remedy';
  for (const specifier of importsOf(file)) {
    if (isAsset(specifier)) continue;
    const to = target(file, specifier);
    if (to === 'engine/site' && mayUseSites) continue;
    expect(allowed, `src/${file} imports ${specifier}`).toContain(to);
  }
});

describe('only', () => {
  const importers = (matches: RegExp) =>
    files.filter((file) => importsOf(file).some((specifier) => matches.test(specifier)));

  test('engine/site.ts imports the public suffix list', () => {
    expect(importers(/^tldts/)).toEqual(['engine/site.ts']);
  });

  test('the programs at the edge talk to the browser', () => {
    const isAtTheEdge = (file: string) =>
      /^(platform|background|content)\/|^devtools\/(session\/)?[^/]+$/.test(file);
    expect(importers(/^webextension-polyfill$/).filter((file) => !isAtTheEdge(file))).toEqual([]);
  });

  test('the entry of the background takes the extension API; its parts are given it', () => {
    const takers = files.filter((file) => /\bglobalThis\b|\bchrome\./.test(read(join('src', file))));
    expect(takers.filter((file) => file.startsWith('background/'))).toEqual(['background/index.ts']);
  });

  test('the reading of scripts brings a parser, and whoever wants it loads it late', () => {
    expect(importers(/^acorn/).filter((file) => !file.startsWith('reading/'))).toEqual([]);
    const early = files.filter(
      (file) =>
        !file.startsWith('reading/') &&
        /^(import|export)\s+(?!type\b)[^;]*from '[^']*\/reading\//m.test(read(join('src', file))),
    );
    expect(early).toEqual([]);
  });

  test('scripts and tests run the schemas of a report: programs use the types that follow from them', () => {
    const running = files.filter(
      (file) =>
        !file.startsWith('report/schema/') &&
        /^(import|export)\s+(?!type\b)[^;]*from '[^']*\/schema\//m.test(read(join('src', file))),
    );
    expect(running).toEqual([]);
  });

  test('background, panel and reports load the schema library: no content script does', () => {
    const loadedBy = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
      if (seen.has(file)) return seen;
      seen.add(file);
      for (const [, specifier = ''] of read(join('src', file)).matchAll(
        /^(?:import|export)\s+(?!type\b)[^;]*?from\s*'([^']+)'/gm,
      )) {
        if (!specifier.startsWith('.')) seen.add(specifier);
        else if (!isAsset(specifier)) loadedBy(`${join(dirname(file), specifier)}.ts`, seen);
      }
      return seen;
    };
    const entries = files.filter((file) => /^content\/.*\.iife\.ts$/.test(file));
    expect(entries).toHaveLength(3);
    for (const entry of entries) {
      expect(loadedBy(entry), entry).toContain('protocol/content.ts');
      expect(loadedBy(entry), entry).not.toContain('valibot');
    }
  });

  test('the panel is drawn with Preact', () => {
    expect(importers(/^(preact|@preact|@tanstack)/).filter((file) => !file.startsWith('devtools/'))).toEqual(
      [],
    );
  });
});

describe('nothing in src', () => {
  test.each(files)('%s exports a default', (file) => {
    expect(read(join('src', file))).not.toMatch(/^export default|\bas default\b/m);
  });

  test.each(files)('%s has an any', (file) => {
    const code = read(join('src', file))
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '');
    expect(code).not.toMatch(/(:|<|,|\bas|\|)\s*any\b\s*[,;)>\]|=[]/);
  });

  test.each(files)('%s is called after nothing', (file) => {
    expect(file).not.toMatch(/(^|\/)(utils?|helpers?|common|shared|types)(\/|\.tsx?$)/);
  });
});

test('the engine has no other import than its own files and the public suffix list', () => {
  const outside = files
    .filter((file) => file.startsWith('engine/'))
    .flatMap(importsOf)
    .filter((specifier) => !specifier.startsWith('./'));
  expect(outside).toEqual(['tldts']);
});

test('the index of the engine does not bring the public suffix list along', () => {
  expect(importsOf('engine/index.ts')).not.toContain('./site');
});

/** The file of a folder, as its path from the root, that a specifier in it names; undefined for a package or an asset. */
function resolved(file: string, specifier: string, all: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = join(dirname(file), specifier);
  return ['', '.ts', '.tsx', '/index.ts'].map((ending) => `${path}${ending}`).find((name) => all.has(name));
}

/** The files of src that import each other in a circle. Only what the interpreter says of itself is meant to. */
const knownCycles: readonly (readonly string[])[] = [
  // The interpreter: an expression has functions in it, a function has statements, a statement has expressions.
  ['bind', 'bodies', 'calls', 'evaluate', 'over-items', 'results', 'statements', 'switches'].map(
    (name) => `reading/${name}`,
  ),
];

test('no files of src import each other in a circle, type imports included', () => {
  const all = new Set(files);
  const graph = new Map(
    files.map((file) => [file, importsOf(file).flatMap((specifier) => resolved(file, specifier, all) ?? [])]),
  );
  const inWords = (cycle: readonly string[]) =>
    cycle
      .map((file) => file.replace(/\.tsx?$/, ''))
      .sort()
      .join(' ');
  expect(importCycles(graph).map(inWords).sort()).toEqual(knownCycles.map(inWords).sort());
});

/** Values of src that tests alone import: what they hold is not seen through the rest. Nothing may be added. */
const exportedForTests = ['reading/steps.ts maxSteps', 'reading/steps.ts stepsSpent'];

/** What these export is for other programs. */
const publicModules = ['engine/index.ts', 'engine/site.ts', 'cli/playwright/index.ts'];

test('every value that src exports is imported by something other than a test', () => {
  const sources = ['src', 'scripts', 'bench', 'playground'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.d)\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const all = new Set(sources);
  const used = new Set(
    sources.flatMap((file) =>
      importedValues(read(file)).map(([specifier, name]) => `${resolved(file, specifier, all)} ${name}`),
    ),
  );
  const unused = files
    .filter((file) => !publicModules.includes(file))
    .flatMap((file) => exportedValues(read(join('src', file))).map((name) => `${file} ${name}`))
    .filter((value) => !used.has(`src/${value}`));
  expect(unused.sort()).toEqual(exportedForTests);
});

test('at most ten files stand in the root of devtools', () => {
  const entries = readdirSync(join(root, 'src/devtools'), { withFileTypes: true });
  expect(entries.filter((entry) => entry.isFile()).length).toBeLessThanOrEqual(10);
});

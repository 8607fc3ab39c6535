import { spawnSync } from 'node:child_process';
import { parse as parseScript } from 'acorn';
import { parseDocument } from 'yaml';
import type { StackId } from '../../src/remedy/stacks';

/** How a text that no server on this machine can take is read. */
interface Parser {
  /** As docs/remedy.md names it. */
  readonly name: string;
  /** Whether `npm test` installs it. */
  readonly isLong?: boolean;
  /** @throws if the text is not valid */
  parse(text: string): void;
}

function run(command: string, args: readonly string[], input: string): void {
  const { status, stderr, error } = spawnSync(command, args, { input, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
}

const yaml: Parser = {
  name: 'YAML',
  parse(text) {
    const { errors } = parseDocument(text, { strict: true });
    if (errors[0]) throw errors[0];
  },
};
const json: Parser = { name: 'JSON', parse: (text) => void JSON.parse(text) };
const shell: Parser = { name: 'sh -n', parse: (text) => run('sh', ['-n'], text) };
const script: Parser = {
  name: 'JavaScript',
  parse: (text) => void parseScript(text, { ecmaVersion: 'latest', sourceType: 'module' }),
};
const python: Parser = {
  name: 'Python',
  parse: (text) => run('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], text),
};
const xml: Parser = {
  name: 'XML',
  parse: (text) =>
    run(
      'python3',
      ['-c', 'import sys, xml.etree.ElementTree as tree; tree.fromstring(sys.stdin.read())'],
      `<system.webServer>${text}</system.webServer>`,
    ),
};
const php: Parser = { name: 'php -l', isLong: true, parse: (text) => run('php', ['-l'], text) };

/** What reads the texts of the stacks that have no live proof. */
export const parsers: Readonly<Partial<Record<StackId, Parser>>> = {
  traefik: yaml,
  envoy: yaml,
  ingressNginx: yaml,
  apiGateway: yaml,
  cloudfront: yaml,
  s3: json,
  gcs: json,
  firebase: script,
  supabase: script,
  fastmcp: python,
  iis: xml,
  laravel: php,
  azureAppService: shell,
  azureStorage: shell,
  ollama: shell,
  llamaCpp: shell,
  lmStudio: shell,
};

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as engine from '../../src/engine';
import { exchange } from '../support/request';

const folder = fileURLToPath(new URL('../../src/engine/', import.meta.url));
const readme = readFileSync(`${folder}README.md`, 'utf8');
const rows = [...readme.matchAll(/^\| `(\w+)` \| .+ \| .+ \|$/gm)].map(([, name = '']) => name);

/** The functions that return a trace: the exports of each file that end in `decide`. */
const traced = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'trace.ts')
  .flatMap((file) => {
    const text = readFileSync(`${folder}${file}`, 'utf8');
    return [...text.matchAll(/^export function (\w+)\([\s\S]*?^\}$/gm)].flatMap(([whole, name = '']) =>
      /\bdecide[<(]/.test(whole) ? [name] : [],
    );
  });

describe("the engine's README", () => {
  test.each(rows)('lists %s, which the index exports', (name) => {
    expect(engine).toHaveProperty(name);
  });

  test('lists every algorithm that returns a trace', () => {
    expect(traced.length).toBeGreaterThanOrEqual(13);
    expect(traced.filter((name) => !rows.includes(name))).toEqual([]);
  });

  test('has a correct example', () => {
    const { failsAt, findings, traces } = engine.explain(
      exchange([{ response: { status: 200, headerList: [['Access-Control-Allow-Origin', '*']] } }], {
        credentialsMode: 'include',
      }),
      engine.chromeRules,
    );
    expect(failsAt).toEqual({ hop: 0, on: 'response' });
    const codes = findings.map(({ code }) => `'${code}'`).join(', ');
    const steps = traces.map(({ trace }) => `'${trace.section} ${trace.step}'`).join(', ');
    expect(readme).toContain(`[${codes}]`);
    expect(readme).toContain(`[${steps}]`);
  });
});

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingShells, SHELLS, type Shell } from '../../../scripts/shells';
import { asPosixCurl } from '../../../src/report/copy/as-curl';
import { runs } from '../../support/runs';
import { anyRequest, craftedRequests, expectedOf, factsOfSent, isPlain, type Sent } from './requests';

// A fake curl that records its arguments, their number, and its input if it reads any.
const stub = `#!/bin/sh
{
  printf '%s\\0' "$#" "$@"
  for last; do :; done
  if [ "$last" = @- ]; then cat; fi
  printf '\\0'
} >> "$OUT"
`;

let folder = '';
beforeAll(() => {
  const missing = missingShells();
  if (missing.length > 0) {
    const packages = missing.map(({ debianPackage }) => debianPackage).join(' ');
    throw new Error(`shells are missing; as root, "npm test" installs them, or: apt-get install ${packages}`);
  }
  folder = mkdtempSync(join(tmpdir(), 'corscope-shells-'));
  writeFileSync(join(folder, 'curl'), stub);
  chmodSync(join(folder, 'curl'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const expected = (request: Sent) => {
  const { argv, lines } = expectedOf(request, isPlain);
  return {
    argv: lines.length > 0 ? [...argv, '-H', '@-'] : argv,
    input: lines.map((line) => `${line}\n`).join(''),
  };
};

/** Runs the commands in a shell and returns what each one passed to curl. */
function given({ command: [program, ...args] }: Shell, commands: readonly string[], locale: string) {
  const [script, out] = [join(folder, 'commands'), join(folder, 'out')];
  writeFileSync(script, `${commands.join('\n')}\n`);
  rmSync(out, { force: true });
  const env = { PATH: `${folder}:${process.env.PATH}`, HOME: folder, OUT: out, LC_ALL: locale };
  const { stderr, status } = spawnSync(program, [...args, script], { cwd: folder, env, encoding: 'latin1' });
  const written = existsSync(out) ? readFileSync(out, 'latin1').split('\0') : [];
  const calls = [];
  for (let at = 0; at < written.length - 1; ) {
    const count = Number(written[at]);
    calls.push({
      argv: written.slice(at + 1, at + 1 + count),
      input: written[at + 1 + count],
    });
    at += count + 2;
  }
  return { calls, stderr, status };
}

const locales = ['C', 'C.UTF-8'];

describe.each(SHELLS.map((shell) => ({ ...shell, shell })))('pasted into $name', ({ shell }) => {
  test.each(locales)('crafted requests pass the sent request to curl and run nothing else (%s)', (locale) => {
    const commands = craftedRequests.map((request) => asPosixCurl(factsOfSent(request))?.text ?? '');
    const { calls, stderr, status } = given(shell, commands, locale);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(calls).toEqual(craftedRequests.map(expected));
    expect(existsSync(join(folder, 'f'))).toBe(false);
  });

  test.each(locales)('any request passes the sent request to curl (%s)', (locale) => {
    const requests = fc.sample(anyRequest, { numRuns: runs(25) });
    const commands = requests.map((request) => asPosixCurl(factsOfSent(request))?.text ?? '');
    const { calls, stderr } = given(shell, commands, locale);
    expect(stderr).toBe('');
    expect(calls).toHaveLength(requests.length);
    for (const [index, request] of requests.entries()) {
      expect(calls[index], commands[index]).toEqual(expected(request));
    }
  });
});

test('the command is printable ASCII in lines short enough for every terminal', () => {
  const check = (request: Sent) => {
    const { text = '' } = asPosixCurl(factsOfSent(request)) ?? {};
    expect(text).toMatch(/^[ -~\n]+$/);
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(1_000);
  };
  craftedRequests.forEach(check);
  fc.assert(fc.property(anyRequest, check));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPowershellCurl } from '../../../src/report/copy/as-curl';
import { curlConfig, inputByPowershell } from '../../support/powershell';
import { runs } from '../../support/runs';
import { anyRequest, craftedRequests, expectedOf, factsOf, factsOfSent, type Sent } from './requests';

const input = (request: Sent) =>
  inputByPowershell(asPowershellCurl(factsOfSent(request))?.text ?? '', 'curl.exe --config -');

/** Returns the same arguments with their long names. */
const expected = (request: Sent) => {
  const [url = '', ...rest] = expectedOf(request, (line) => !line.includes('\u001a')).argv;
  const method = rest.indexOf('-X');
  return [
    '--url',
    url,
    ...rest.map((word, at) => (at === method ? '--request' : word === '-H' ? '--header' : word)),
  ];
};

describe('pasted into PowerShell', () => {
  test.each(craftedRequests.map((request) => ({ request })))(
    'passes the sent request to curl and runs nothing else: $request',
    ({ request }) => {
      expect(curlConfig(input(request))).toEqual(expected(request));
    },
  );

  test('passes any sent request to curl', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { text = '' } = asPowershellCurl(factsOfSent(request)) ?? {};
        expect(text).toMatch(/^[ -~\n]+$/);
        for (const line of text.split('\n')) expect(line.length).toBeLessThan(1_100);
        expect(curlConfig(input(request))).toEqual(expected(request));
      }),
      { numRuns: runs(500) },
    );
  });

  test('lists a header that Windows would treat as the end of the input', () => {
    const copied = asPowershellCurl(
      factsOf({
        requestHeaders: [
          ['X-A', 'a\u001ab'],
          ['X-B', 'é'],
        ],
      }),
    );
    expect(copied?.without).toEqual(['X-A']);
  });

  test('writes a readable command', () => {
    const requestHeaders = [['X-A', "it's “é”\u0003".replace(/[“”]/g, '"')]] as const;
    expect(asPowershellCurl(factsOf({ method: 'PUT', requestHeaders }))?.text).toBe(
      [
        '& {',
        '  $OutputEncoding = [System.Text.Encoding]::GetEncoding(28591)',
        '  @(',
        `    'url = "https://api.example/a"'`,
        `    'request = "PUT"'`,
        `    'header = "X-A: it''s \\"' +`,
        '      [char]233 +',
        `      '\\"' +`,
        '      [char]3 +',
        `      '"'`,
        '  ) | curl.exe --config -',
        '}',
      ].join('\n'),
    );
  });
});

describe('the parser that models PowerShell', () => {
  const of = (strings: string) =>
    inputByPowershell(
      `& {\n  $OutputEncoding = [System.Text.Encoding]::GetEncoding(28591)\n  @(\n${strings}  ) | x\n}`,
      'x',
    );

  test('joins strings and characters', () => {
    expect(of("    'a''b' +\n      [char]34 +\n      'c'\n    'd'\n")).toEqual(['a\'b"c', 'd']);
  });

  test.each(["    'a\u2019; b\n", "    'a'; b\n", '    "a"\n', "    'a' + $b\n", "    'a\n", '    b\n'])(
    'rejects %j',
    (strings) => {
      expect(() => of(strings)).toThrow();
    },
  );
});

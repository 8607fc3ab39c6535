import fc from 'fast-check';
import type { Header } from '../../../src/engine';
import type { ExchangeFacts, HopFacts } from '../../../src/protocol/facts';
import { exchangeFacts } from '../../support/facts';

/** A request as it was sent. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
}

/** Returns the facts of a request that has only the given headers. */
export function factsOf(hop: Partial<HopFacts>, part: Partial<ExchangeFacts> = {}): ExchangeFacts {
  const sent = { url: 'https://api.example/a', requestHeaders: [], ...hop };
  return exchangeFacts([sent], { origin: 'https://page.example', ...part });
}

/** Returns the facts of a sent request. */
export function factsOfSent({ method, url, headers }: Sent): ExchangeFacts {
  return factsOf({ method, url, requestHeaders: headers });
}

/** Values that would run `touch f`, end a quote, or be expanded in at least one shell. */
const nasty = [
  "\\'; touch f #",
  "\u0080\\'; touch f #",
  '$(touch f)',
  '`touch f`',
  "';touch f;'",
  "'';touch f;''",
  '";touch f;"',
  '$HOME $PATH',
  '!! !-1 !touch',
  '~ ~root =touch',
  '{a,b} [a-z] * ?',
  '%PATH% %OS% %^OS% %%',
  '%PATH:~0,1%',
  '& touch f &',
  '| touch f',
  '^& touch f ^',
  '> f',
  '"\\" & touch f & "\\"',
  '\\\\" & touch f',
  '!PATH!',
  'é ü ÿ',
  '\u2019;touch f;\u2018',
  '\u001b[201~\u0003\u0015touch f',
  '\u009b201~',
  '\u0007\t\u007f',
  '\\n \\x41 \\101 \\',
  '@f',
  '-o f',
  '\\ ',
  '" "',
];
/** Returns the value as bytes on the wire. */
const asBytes = (text: string) =>
  Buffer.from(text, /[^\0-\xff]/.test(text) ? 'utf8' : 'latin1').toString('latin1');

export const nastyValues: readonly string[] = nasty.map(asBytes);

/** Requests crafted to break out of quotes. */
export const craftedRequests: readonly Sent[] = [
  { method: 'GET', url: 'https://api.example/a', headers: [] },
  { method: 'HEAD', url: 'https://api.example/a', headers: [['X-Empty', '']] },
  { method: "X'|`&", url: "https://api.example/?a='b';touch&f#`touch f`", headers: [] },
  { method: 'PATCH', url: 'https://api.example/[1-3]{a,b}?q=%20%41', headers: [['Accept-Encoding', 'br']] },
  {
    method: '-o',
    url: 'https://api.example/',
    headers: [
      ["-v'%", 'a'],
      ['-n!$`', 'a\u00e9'],
      ['#a', '\u0001'],
    ],
  },
  {
    method: 'GET',
    url: `https://api.example/${'u'.repeat(2_000)}`,
    headers: [['Cookie', "a'\\".repeat(1_500)]],
  },
  {
    method: 'GET',
    url: 'https://api.example/',
    headers: [
      ['X-Long', 'é%\\'.repeat(700)],
      ['X-Other', '$(touch f)'],
    ],
  },
  ...nastyValues.map(
    (value): Sent => ({ method: 'PUT', url: 'https://api.example/', headers: [['X-A', value]] }),
  ),
  {
    method: 'POST',
    url: 'https://api.example/',
    headers: nastyValues.map((value, index): Header => [`X-${index}`, value]),
  },
];

const byte = fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code));
const value = fc
  .array(
    fc.oneof(fc.constantFrom(...'\'"\\`$!%^&|<>();~*?{}[]#=- \t'), fc.constantFrom(...nastyValues), byte),
    {
      maxLength: 30,
    },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/[\r\n]/g, '')
      .trim(),
  );
const token = fc.string({ unit: fc.constantFrom(..."!#$%&'*+-.^_`|~09AZaz"), minLength: 1, maxLength: 12 });
const url = fc
  .array(fc.oneof(fc.constantFrom(...'\'"\\`$!%^&|<>();~*?{}[]#=- ab'), fc.constantFrom('%20', '%PATH%')), {
    maxLength: 30,
  })
  .map((parts) => `https://api.example/${parts.join('')}`);

/** Any request: each character of a value is one byte. */
export const anyRequest: fc.Arbitrary<Sent> = fc.record({
  method: fc.oneof(fc.constantFrom('GET', 'HEAD', 'PUT'), token),
  url,
  headers: fc.array(fc.tuple(token, value), { maxLength: 6 }),
});

const leftToCurl = /^(accept-encoding|connection|content-length|host|transfer-encoding)$/i;
const isBlank = (text: string) => /^[\t\v\f ]+$/.test(text);

/** Returns the arguments that curl must get, and the headers that it must read, one a line. */
export function expectedOf(
  { method, url, headers }: Sent,
  isArgument: (line: string) => boolean,
): { readonly argv: readonly string[]; readonly lines: readonly string[] } {
  const lines = headers
    .filter(([name, value]) => !leftToCurl.test(name) && !isBlank(value))
    .map(([name, value]) => (value === '' ? `${name};` : `${name}: ${value}`));
  return {
    argv: [
      url,
      ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
      ...(headers.some(([name]) => name.toLowerCase() === 'accept-encoding') ? ['--compressed'] : []),
      ...(method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : ['-X', method]),
      ...lines.filter(isArgument).flatMap((line) => ['-H', line]),
    ],
    lines: lines.filter((line) => !isArgument(line)),
  };
}

/** Whether `text` is printable ASCII, which every shell can quote. */
export const isPlain = (text: string) => /^[ -~]*$/.test(text);

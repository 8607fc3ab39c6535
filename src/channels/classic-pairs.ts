/** The name of a classic pair: how its two URLs differ. */
export type ClassicPairName =
  | 'same-folder'
  | 'other-folder'
  | 'other-port'
  | 'other-scheme'
  | 'address-of-host'
  | 'subdomain'
  | 'other-domain';

/** Two URLs that are commonly used to explain the same-origin policy. */
export interface ClassicPair {
  readonly name: ClassicPairName;
  readonly page: string;
  readonly other: string;
}

// biome-ignore format: a table
export const classicPairs: readonly ClassicPair[] = [
  { name: 'same-folder',     page: 'http://www.a.com/a.js',      other: 'http://www.a.com/b.js' },
  { name: 'other-folder',    page: 'http://www.a.com/lab/a.js',  other: 'http://www.a.com/script/b.js' },
  { name: 'other-port',      page: 'http://www.a.com:8000/a.js', other: 'http://www.a.com/b.js' },
  { name: 'other-scheme',    page: 'http://www.a.com/a.js',      other: 'https://www.a.com/b.js' },
  { name: 'address-of-host', page: 'http://www.a.com/a.js',      other: 'http://74.125.136.136/b.js' },
  { name: 'subdomain',       page: 'http://www.a.com/a.js',      other: 'http://script.a.com/b.js' },
  { name: 'other-domain',    page: 'http://www.a.com/a.js',      other: 'http://www.b.com/b.js' },
];

/** Origins that differ from each other in one thing or in several; the first is opaque. */
export const someOrigins = [
  'null',
  'http://www.a.com',
  'https://www.a.com',
  'https://api.a.com',
  'https://www.a.com:8443',
  'https://b.com',
  'https://b.org',
] as const;

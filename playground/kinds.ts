/** The default body of a response of `/x`, if its query has none. */
export interface Kind {
  readonly contentType: string;
  readonly body: string | Buffer;
}

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90" viewBox="0 0 160 90">
<rect width="160" height="90" fill="#2b6cb0"/><circle cx="118" cy="30" r="14" fill="#fbd38d"/>
<path d="M0 90V64l38-30 34 30 26-20 62 46z" fill="#1a365d"/></svg>`;

const KINDS: Readonly<Record<string, Kind>> = {
  text: { contentType: 'text/plain; charset=utf-8', body: 'hello' },
  json: { contentType: 'application/json', body: '{"hello":"world"}' },
  html: { contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>hello</title><p>hello' },
  js: { contentType: 'text/javascript', body: 'globalThis.hello = true;' },
  css: { contentType: 'text/css', body: 'body { color: rgb(1, 2, 3) }' },
  img: { contentType: 'image/png', body: Buffer.from(PIXEL, 'base64') },
  svg: { contentType: 'image/svg+xml', body: PICTURE },
  es: { contentType: 'text/event-stream', body: 'data: hello\n\n' },
};

/** The kind of that name; text for an unknown name. */
export function kindOf(name: string | null): Kind {
  return KINDS[name ?? 'text'] ?? { contentType: 'text/plain; charset=utf-8', body: 'hello' };
}

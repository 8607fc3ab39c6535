import type { FetchResponse, Header, HeaderList } from '../../src/engine';

/**
 * A response as it stands on the wire: its status, then its headers, one a line.
 *
 * @throws if a line is no header, which is the test's mistake.
 */
export function http(strings: TemplateStringsArray, ...values: readonly string[]): FetchResponse {
  const text = strings.map((part, index) => part + (values[index] ?? '')).join('');
  const [status = '', ...headers] = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (!/^\d{3}$/.test(status)) throw new Error(`test: no status "${status}"`);
  return { status: Number(status), headerList: headers.map(toHeader) };
}

/** A header list as it stands on the wire, one a line. */
export function headers(text: string): HeaderList {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(toHeader);
}

function toHeader(line: string): Header {
  const colon = line.indexOf(':');
  if (colon < 1) throw new Error(`test: no header "${line}"`);
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}

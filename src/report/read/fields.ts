import type { Header, HeaderList } from '../../engine';
import { asList, asRecord, asText } from '../../protocol/bounded';

/** Bounds for what a file contains. */
export const maxRequests = 50_000;
/** Browsers follow 20 redirects. */
export const maxHops = 30;
const maxHeaders = 200;
const maxText = 65_536;

/** The fields of an object in a file; empty if it is none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return asRecord(value) ?? {};
}

/** A text in a file. */
export function textIn(value: unknown): string | null {
  return asText(value, maxText);
}

/** The headers in a file, read by `toHeader`; null if there is no list. Names of pseudo-headers are left out. */
export function headersIn(
  value: unknown,
  toHeader: (item: unknown) => readonly unknown[],
): HeaderList | null {
  return asList(value, maxHeaders, (item): Header | null => {
    const [name, text] = toHeader(item).map(textIn);
    return name != null && text != null && name !== '' && !name.startsWith(':') ? [name, text] : null;
  });
}

import type { Header, HeaderList } from '../engine';
import { asList, asRecord, asText } from '../protocol/bounded';

const maxHeaders = 10_000;
/** The longest text that is read from a file, in UTF-16 code units. */
export const maxText = 65_536;

/** An object in a file, of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object in a file; empty if it is none. */
export function fieldsOf(value: unknown): Fields {
  return asRecord(value) ?? {};
}

/** The first items of a list in a file; empty if it is none. */
export function itemsOf(value: unknown, maxCount: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, maxCount) : [];
}

/** A text in a file. */
export function textIn(value: unknown): string | null {
  return asText(value, maxText);
}

/** The headers that a file repeats: most are the same in all requests, so they are kept once. */
export type SharedHeaders = Map<string, Header>;

const maxShared = 20_000;

/** The headers in a file; null if there is no list. Names of pseudo-headers are left out. */
export function headersIn(value: unknown, shared: SharedHeaders): HeaderList | null {
  return asList(value, maxHeaders, (item): Header | null => {
    const [name, text] = [textIn(fieldsOf(item).name), textIn(fieldsOf(item).value)];
    if (name === null || text === null || name === '' || name.startsWith(':')) return null;
    const line = `${name}:${text}`;
    const known = shared.get(line);
    if (known) return known;
    const header = [name, text] as const;
    if (shared.size < maxShared) shared.set(line, header);
    return header;
  });
}

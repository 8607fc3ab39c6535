import type { Header, HeaderList } from '../engine';
import { asList, asRecord, asText } from '../protocol/bounded';

const maxHeaders = 10_000;
const maxText = 65_536;

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

/** The headers in a file; null if there is no list. Names of pseudo-headers are left out. */
export function headersIn(value: unknown): HeaderList | null {
  return asList(value, maxHeaders, (item): Header | null => {
    const [name, text] = [textIn(fieldsOf(item).name), textIn(fieldsOf(item).value)];
    return name !== null && text !== null && name !== '' && !name.startsWith(':') ? [name, text] : null;
  });
}

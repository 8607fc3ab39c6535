import type { Preview } from '../protocol/page-events';

const maxDepth = 6;
const maxKeys = 100;
const maxString = 1_800;
const cutString = 1_000;
const maxStep = 40;

/** As much of a text as is kept, and its length. */
export function textPreview(text: string, max: number): Preview {
  return { text: text.slice(0, max), length: text.length };
}

/**
 * What a value looks like, as a script would write it: so deep, so many keys and so long at most. Getters are not
 * run. Each object is written once: where it stands again, the way to its first place is written instead. The length
 * is known only of what was written to its end.
 */
export function dataPreview(value: unknown, max: number): Preview {
  const writer = openWriter(max);
  write(value, 0, writer, [], '');
  const text = writer.text();
  return { text, length: writer.isCut() ? null : text.length };
}

interface Writer {
  put(text: string): void;
  /** Something is left out here. */
  cut(): void;
  isFull(): boolean;
  isCut(): boolean;
  /** The way to each object that was written, by its keys. */
  readonly written: Map<object, string>;
  readonly text: () => string;
}

function openWriter(max: number): Writer {
  let text = '';
  let isCut = false;
  return {
    put(part) {
      if (text.length + part.length > max) isCut = true;
      text = (text + part).slice(0, max);
    },
    cut() {
      isCut = true;
      text = `${text}…`.slice(0, max);
    },
    isFull: () => text.length >= max,
    isCut: () => isCut,
    written: new Map(),
    text: () => text,
  };
}

function write(value: unknown, depth: number, writer: Writer, above: readonly object[], way: string): void {
  if (writer.isFull() || (isObject(value) && depth === maxDepth)) writer.cut();
  else if (typeof value === 'string') writeString(value, writer);
  else if (!isObject(value)) writer.put(primitive(value));
  else if (above.includes(value)) writer.put('[Circular]');
  else if (writer.written.has(value)) writer.put(`[Same as ${writer.written.get(value)}]`);
  else {
    writer.written.set(value, way);
    writeInside(value, depth, writer, { above: [...above, value], way });
  }
}

/** Where the members of an object stand. */
interface Inside {
  readonly above: readonly object[];
  readonly way: string;
}

function writeMember(object: object, key: string, depth: number, writer: Writer, inside: Inside): void {
  const way = `${inside.way === '' ? '' : `${inside.way}.`}${key.slice(0, maxStep)}`;
  const { value } = Object.getOwnPropertyDescriptor(object, key) ?? {};
  write(value, depth + 1, writer, inside.above, way);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function primitive(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  return Object.is(value, -0) ? '-0' : String(value);
}

function writeString(value: string, writer: Writer): void {
  if (value.length <= maxString) {
    writer.put(JSON.stringify(value));
  } else {
    // Of a long one the length is worth more than its end.
    writer.put(JSON.stringify(value.slice(0, cutString)));
    writer.cut();
    writer.put(` (${value.length})`);
  }
}

function writeInside(value: object, depth: number, writer: Writer, inside: Inside): void {
  try {
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    if (Array.isArray(value)) writeArray(value, depth, writer, inside);
    else if (tag === 'Object') writeObject(value, depth, writer, inside);
    else if (tag === 'Map' || tag === 'Set') writeItems(value as Set<unknown>, tag, depth, writer, inside);
    else writer.put(other(value, tag));
  } catch {
    writer.put('[not readable]');
  }
}

/** Writes so many members, or as many as there is room for and then how many there are. */
function writeMembers(length: number, writer: Writer, writeAt: (index: number) => void): void {
  for (let index = 0; index < length; index++) {
    if (index > 0) writer.put(', ');
    if (index === maxKeys || writer.isFull()) {
      writer.cut();
      writer.put(` (${length})`);
      return;
    }
    writeAt(index);
  }
}

function writeArray(value: readonly unknown[], depth: number, writer: Writer, inside: Inside): void {
  writer.put('[');
  writeMembers(value.length, writer, (index) => writeMember(value, String(index), depth, writer, inside));
  writer.put(']');
}

function writeObject(value: object, depth: number, writer: Writer, inside: Inside): void {
  writer.put('{');
  const keys = Object.keys(value);
  writeMembers(keys.length, writer, (index) => {
    const key = keys[index] ?? '';
    writer.put(`${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key.slice(0, 200))}: `);
    writeMember(value, key, depth, writer, inside);
  });
  writer.put('}');
}

function writeItems(
  value: Iterable<unknown>,
  tag: string,
  depth: number,
  writer: Writer,
  inside: Inside,
): void {
  const items: unknown[] = [];
  try {
    for (const item of value) if (items.push(item) > maxKeys) break;
  } catch {
    // Firefox does not let our world into one of the page's.
    writer.put(tag);
    writer.cut();
    return;
  }
  writer.put(`${tag} `);
  writeArray(items, depth, writer, inside);
}

/**
 * What structured cloning can make, and objects cannot be asked for by their keys. By its tag: in Firefox it is
 * of the page's realm.
 */
function other(value: object, tag: string): string {
  const of = value as Date & RegExp & Error & ArrayBuffer & Blob;
  if (tag === 'Date') return Number.isNaN(of.getTime()) ? 'Date()' : `Date(${of.toISOString()})`;
  if (tag === 'RegExp') return `/${of.source.slice(0, cutString)}/${of.flags}`;
  if (tag === 'Error') return `${of.name}(${JSON.stringify(of.message.slice(0, cutString))})`;
  const bytes = typeof of.byteLength === 'number' ? of.byteLength : of.size;
  return typeof bytes === 'number' ? `${tag}(${bytes} bytes)` : tag;
}

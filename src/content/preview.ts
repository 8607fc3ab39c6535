import type { Preview } from '../protocol/page-events';

const maxDepth = 6;
const maxKeys = 100;
const maxString = 1_800;
const cutString = 1_000;
const maxStep = 40;

/** A preview of a text: its start and its length. */
export function textPreview(text: string, max: number): Preview {
  return { text: text.slice(0, max), length: text.length };
}

/**
 * A preview of a value as a script would write it, limited in depth, keys and length. Getters are not run.
 * Each object is written once; further occurrences show the path of the first. The length is null if the
 * value was cut.
 */
export function dataPreview(value: unknown, max: number): Preview {
  const writer = openWriter(max);
  write(value, 0, writer, [], '');
  const text = writer.text();
  return { text, length: writer.isCut() ? null : text.length };
}

interface Writer {
  put(text: string): void;
  /** Marks that something is left out here. */
  cut(): void;
  isFull(): boolean;
  isCut(): boolean;
  /** The path of each written object, by its keys. */
  readonly written: Map<object, string>;
  readonly text: () => string;
}

function openWriter(max: number): Writer {
  let text = '';
  let isCut = false;
  return {
    put(addition) {
      if (text.length + addition.length > max) isCut = true;
      text = (text + addition).slice(0, max);
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

function write(value: unknown, depth: number, writer: Writer, above: readonly object[], path: string): void {
  if (writer.isFull() || (isObject(value) && depth === maxDepth)) writer.cut();
  else if (typeof value === 'string') writeString(value, writer);
  else if (!isObject(value)) writer.put(primitive(value));
  else if (above.includes(value)) writer.put('[Circular]');
  else if (writer.written.has(value)) writer.put(`[Same as ${writer.written.get(value)}]`);
  else {
    writer.written.set(value, path);
    writeInside(value, depth, writer, { above: [...above, value], path });
  }
}

/** The position of an object: the objects around it, and its path. */
interface Inside {
  readonly above: readonly object[];
  readonly path: string;
}

function writeMember(object: object, key: string, depth: number, writer: Writer, inside: Inside): void {
  const path = `${inside.path === '' ? '' : `${inside.path}.`}${key.slice(0, maxStep)}`;
  const { value } = Object.getOwnPropertyDescriptor(object, key) ?? {};
  write(value, depth + 1, writer, inside.above, path);
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
    // The length of a long text is more useful than its end.
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

/** Writes up to `maxKeys` members while there is room. If some are left out, writes how many there are. */
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
    // Firefox does not let our world iterate a Map or Set of the page.
    writer.put(tag);
    writer.cut();
    return;
  }
  writer.put(`${tag} `);
  writeArray(items, depth, writer, inside);
}

/**
 * Writes the objects that structured cloning can make and whose content is not in their keys. The tag
 * decides, because in Firefox the object belongs to the page's realm.
 */
function other(value: object, tag: string): string {
  const object = value as Date & RegExp & Error & ArrayBuffer & Blob;
  if (tag === 'Date') return Number.isNaN(object.getTime()) ? 'Date()' : `Date(${object.toISOString()})`;
  if (tag === 'RegExp') return `/${object.source.slice(0, cutString)}/${object.flags}`;
  if (tag === 'Error') return `${object.name}(${JSON.stringify(object.message.slice(0, cutString))})`;
  const bytes = typeof object.byteLength === 'number' ? object.byteLength : object.size;
  return typeof bytes === 'number' ? `${tag}(${bytes} bytes)` : tag;
}

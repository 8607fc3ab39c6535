/** A file, or something like it. */
export interface FileSource {
  readonly name: string;
  /** In bytes; null if it is not known before its end. */
  readonly size: number | null;
  /** The bytes, in pieces. */
  read(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Returns a text, such as one that was pasted, as a file. */
export function textSource(name: string, text: string): FileSource {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, read: () => [bytes] };
}

/** How much of a file is read at once, in bytes. */
const pieceSize = 256 * 1024;

/** Returns a file that the user chose. */
export function fileSource(file: File): FileSource {
  return {
    name: file.name,
    size: file.size,
    async *read() {
      for (let at = 0; at < file.size; at += pieceSize)
        yield new Uint8Array(await file.slice(at, at + pieceSize).arrayBuffer());
    },
  };
}

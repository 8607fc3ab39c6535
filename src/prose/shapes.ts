/**
 * The type of the English words in any other language: the same keys, and functions of the same parameters. A
 * key that is missing in a language, or is there too much, does not compile.
 */
export type Translation<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : { readonly [K in keyof T]: Translation<T[K]> };

/** A word, and what it means. */
export interface Explained {
  readonly label: string;
  readonly meaning: string;
}

/** A few words for a row, and the whole sentence. */
export interface Ruled {
  readonly label: string;
  readonly sentence: string;
}

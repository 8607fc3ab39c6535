import type { OriginKey } from './origins';
import type { Language, Text } from './scenario';

/** A few sentences in each language. */
export type Texts = Readonly<Record<Language, readonly string[]>>;

/** A document of a technique, on its own origin. */
export interface TechniqueDocument {
  /** The last part of its URL. */
  readonly file: 'a.html' | 'b.html' | 'c.html' | 'd.html';
  readonly on: OriginKey;
  /** Of one that is opened by itself, beside the others of which that holds: what it shows. The first always is. */
  readonly opened?: Text;
  /** A header line that is sent with it. */
  readonly header?: string;
  /** What its body holds: served, and shown as the code. `{page}` and the other origins stand for the origins. */
  readonly code: Text;
  /** What it prints to its console, in order. */
  readonly prints: readonly string[];
  /** What it prints in Firefox, where that is something else. */
  readonly printsInFirefox?: readonly string[];
}

/** What answers a technique's documents. */
export interface TechniqueServer {
  /** In `servers/`: run, and shown as the code. */
  readonly file: string;
  readonly on: OriginKey;
  /** Where it answers. */
  readonly path: string;
}

/** A way across an origin boundary, as a page that explains it and documents that do it. */
export interface Technique {
  /** The last part of its page's URL. */
  readonly id: string;
  /** Its number in the classic text; null for one that this only refers to. */
  readonly section: number | null;
  readonly title: Text;
  /** One sentence: what it is. */
  readonly lead: Text;
  /** How it works, step by step. */
  readonly steps: Texts;
  readonly advantages: Texts;
  readonly limits: Texts;
  /** What holds today, where that is not what it was. */
  readonly today: Texts;
  /** The first is the one that is opened. */
  readonly documents: readonly [TechniqueDocument, ...TechniqueDocument[]];
  readonly servers?: readonly TechniqueServer[];
}

/** The documents of a technique that are opened by themselves. */
export function openedDocuments({ documents }: Technique): readonly TechniqueDocument[] {
  return documents.filter(({ opened }, index) => index === 0 || opened !== undefined);
}

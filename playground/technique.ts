import type { OriginKey } from './origins';
import type { Language, Text } from './scenario';

/** A few sentences in each language. */
export type Texts = Readonly<Record<Language, readonly string[]>>;

/** A document of a technique, on its own origin. */
export interface TechniqueDocument {
  /** The last part of its URL. */
  readonly file: 'a.html' | 'b.html' | 'c.html';
  readonly on: OriginKey;
  /** What its body holds: served, and shown as the code. `{page}` and the other origins stand for the origins. */
  readonly code: Text;
  /** What it prints to its console, in order. */
  readonly prints: readonly string[];
}

/** A way across an origin boundary, as a page that explains it and documents that do it. */
export interface Technique {
  /** The last part of its page's URL. */
  readonly id: string;
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
}

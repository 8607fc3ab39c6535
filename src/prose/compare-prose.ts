import type { DifferenceBecause } from '../diagnosis/compare/compare';
import type { ComparedPart } from '../diagnosis/compare/compared';

/** What one of two requests and its parts are called in a sentence. */
export type Parties = Readonly<Record<ComparedPart, string>>;

/** What a sentence about a difference names. */
export interface ToldDifference {
  /** The label of the field. */
  readonly label: string;
  /** The name of a header or cookie. */
  readonly name: string;
  readonly part: ComparedPart;
  readonly because: DifferenceBecause;
  /** The request that is named first, and its value. */
  readonly first: Parties & { readonly value: string };
  readonly second: Parties & { readonly value: string };
}

/** Returns the sentence about a difference. Its first letter is made a capital. */
export type TellDifference = (told: ToldDifference) => string;

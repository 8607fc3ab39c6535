import type { PageEventRule, RequestsRule } from '../channels/read-page-event';
import type { RiskCode, Unseen } from '../channels/reading';
import type { Explained, Ruled } from './shapes';

/** All words about one kind of page event. */
export interface KindWords extends Explained {
  /** In a row, beside its picture. */
  readonly short: string;
  readonly rules?: Readonly<Partial<Record<PageEventRule | RequestsRule, Ruled>>>;
  readonly risks?: Readonly<Partial<Record<RiskCode, Ruled>>>;
  /** What is not visible of it. */
  readonly unseen?: Readonly<Partial<Record<Unseen, string>>>;
  /** The names of its own facts, and their values in words. */
  readonly facts?: object;
}

type Part<Words, Name extends string> = Words extends { readonly [N in Name]: infer Own } ? Own : never;
type All<Parts> = (Parts extends unknown ? (part: Parts) => void : never) extends (all: infer Whole) => void
  ? Whole
  : never;

/** What the kinds have under one name, as one record: so that each kind's words stand in one place. */
export function together<Kinds extends object, Name extends string>(
  kinds: Kinds,
  name: Name,
): All<Part<Kinds[keyof Kinds], Name>> {
  return Object.assign({}, ...Object.values(kinds).map((words) => words[name]));
}

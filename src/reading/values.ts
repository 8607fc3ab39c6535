import type { AnyNode } from 'acorn';
import type { Formula } from './formula';
import type { FunctionNode, ParsedText } from './function-text';
import type { CheckKind } from './listener';
import type { Pattern } from './pattern';
import { spend, spendOnText } from './steps';
import type { UrlPattern } from './url-pattern';

/** The known properties of an expression's value, without running it. */
export type Value =
  | { readonly kind: 'event' | 'data' | 'source' | 'arguments' }
  /**
   * Derived from the origin; `cut` if only its start or end remains. `seeds`: the samples of the pattern that
   * captured it.
   */
  | {
      readonly kind: 'origin';
      of(origin: string): string;
      readonly cut: CheckKind | null;
      readonly seeds?: readonly string[];
    }
  /** The length of the origin. */
  | { readonly kind: 'length' }
  /** The result of `split()` on the origin. */
  | { readonly kind: 'parts'; of(origin: string): readonly string[] }
  /** `new URL(origin)`. */
  | { readonly kind: 'url'; of(origin: string): string }
  /** `Origin.from(event)`. */
  | { readonly kind: 'sender-origin'; of(origin: string): string }
  /** `Origin.from(…)` of something else; `text` is null if unknown. */
  | { readonly kind: 'other-origin'; readonly text: string | null; readonly isItem: boolean }
  /** A number that tells whether something was found. */
  | {
      readonly kind: 'number';
      of(origin: string): number;
      readonly missing: number;
      readonly base: Formula;
    }
  /** `caught`: the groups, if the condition is a pattern's match. */
  | { readonly kind: 'formula'; readonly formula: Formula; readonly caught?: Caught }
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null | undefined }
  /** `pattern` is null if it is not understood. */
  | { readonly kind: 'pattern'; readonly pattern: Pattern | null }
  /** `new URLPattern(…)`; `supposed` is the value that it assumes. */
  | { readonly kind: 'url-pattern'; readonly pattern: UrlPattern | null; readonly supposed: string | null }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Value> }
  | {
      readonly kind: 'function';
      readonly node: FunctionNode;
      readonly scope: Scope;
      readonly text: ParsedText;
    }
  /** Any other value; `isItem` if it is one of several. */
  | { readonly kind: 'other'; readonly isItem: boolean };

/** The groups that a pattern captures from an origin, in order and by name. */
export interface Caught {
  readonly seeds: readonly string[];
  of(origin: string): RegExpExecArray | null;
}

/** The values of names, innermost scope first. */
export interface Scope {
  readonly names: Map<string, Value>;
  readonly parent: Scope | null;
  /** Whether `var` declares here. */
  readonly isOfFunction: boolean;
}

export const other: Value = { kind: 'other', isItem: false };
export const item: Value = { kind: 'other', isItem: true };

/** Returns a known constant. */
export function constant(value: string | number | boolean | null | undefined): Value {
  return { kind: 'constant', value };
}

/** Returns a new scope inside another. */
export function inside(parent: Scope | null, isOfFunction: boolean): Scope {
  return { names: new Map(), parent, isOfFunction };
}

/** Returns the value of a name; null if no scope has it. */
export function lookUp(scope: Scope, name: string): Value | null {
  for (let each: Scope | null = scope; each; each = each.parent) {
    spend(0.2);
    const value = each.names.get(name);
    if (value) return value;
  }
  return null;
}

/** Declares a name. */
export function declare(scope: Scope, name: string, value: Value, isVar: boolean): void {
  let to = scope;
  while (isVar && !to.isOfFunction && to.parent) to = to.parent;
  // `var origin;` after an assignment does not reset it.
  if (isVar && !isTelling(value) && to.names.has(name)) return;
  to.names.set(name, value);
}

/** Assigns a value to a name; false if no scope has it. A known value is never replaced by an unknown one. */
export function assign(scope: Scope, name: string, value: Value): boolean {
  for (let each: Scope | null = scope; each; each = each.parent) {
    const before = each.names.get(name);
    if (!before) continue;
    if (isTelling(value) || !isTelling(before)) each.names.set(name, value);
    return true;
  }
  return false;
}

function isTelling({ kind: is }: Value): boolean {
  return is !== 'other' && is !== 'constant';
}

/** Derives a value from the origin by another operation. */
export function made(
  value: Extract<Value, { kind: 'origin' }>,
  step: (text: string) => string,
  cut: CheckKind | null = value.cut,
): Value {
  return { ...value, of: (origin) => counted(step(value.of(origin))), cut };
}

/** Returns a text derived from an origin and counts its cost. */
export function counted(text: string): string {
  spendOnText(text.length);
  return text;
}

/** Whether a value is the whole event or a list that contains it. */
export function holdsEvent(value: Value): boolean {
  if (value.kind === 'array') {
    spend(value.items.length / 20);
    return value.items.some(({ kind: is }) => is === 'event');
  }
  return value.kind === 'event' || value.kind === 'arguments';
}

/** Whether a value is the message's data, or is a list or an object with it. */
export function holdsData(value: Value): boolean {
  spend(1);
  if (value.kind === 'array') return value.items.some(({ kind: is }) => is === 'data');
  if (value.kind === 'object') return [...value.properties.values()].some(({ kind: is }) => is === 'data');
  return value.kind === 'data';
}

const ofSender = /^(origin|source|url|parts|length|sender-origin)$/;

/** Whether a value is made of the sender, or is a list or an object with such a value. */
export function holdsSender(value: Value): boolean {
  spend(1);
  if (value.kind === 'array') return value.items.some(({ kind: is }) => ofSender.test(is));
  if (value.kind === 'object')
    return [...value.properties.values()].some(({ kind: is }) => ofSender.test(is));
  return ofSender.test(value.kind);
}

/** Returns the text of a constant; null for other values. */
export function textOf(value: Value | undefined): string | null {
  return value?.kind === 'constant' && typeof value.value === 'string' ? value.value : null;
}

/** Returns the number of a constant; null for other values. */
export function numberOf(value: Value | undefined): number | null {
  return value?.kind === 'constant' && typeof value.value === 'number' ? value.value : null;
}

/** Returns the name of a property as written; null if it is computed. */
export function staticName(node: AnyNode, isComputed: boolean): string | null {
  if (!isComputed && (node.type === 'Identifier' || node.type === 'PrivateIdentifier')) return node.name;
  return node.type === 'Literal' ? String(node.value) : null;
}

/** Returns the direct child nodes of a node. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  const children: AnyNode[] = [];
  const values: readonly unknown[] = Object.values(node);
  for (const value of values) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  return children;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

import type { AnyNode } from 'acorn';
import type { Formula } from './formula';
import type { FunctionNode, ParsedText } from './function-text';
import type { CheckKind } from './listener';
import type { Pattern } from './pattern';
import { spend, spendOnText } from './steps';

/** What is known of an expression's value, without running it. */
export type Value =
  | { readonly is: 'event' | 'data' | 'source' | 'arguments' }
  /** Made of the origin; `cut` if only its start or end is left. `seeds`: what a pattern that it was caught by asks. */
  | {
      readonly is: 'origin';
      of(origin: string): string;
      readonly cut: CheckKind | null;
      readonly seeds?: readonly string[];
    }
  /** How long the origin is. */
  | { readonly is: 'length' }
  /** The origin taken apart: what `split()` gives. */
  | { readonly is: 'parts'; of(origin: string): readonly string[] }
  /** `new URL(origin)`. */
  | { readonly is: 'url'; of(origin: string): string }
  /** A number that says whether something was found. */
  | {
      readonly is: 'number';
      of(origin: string): number;
      readonly missing: number;
      readonly base: Formula;
    }
  /** `caught`: that it is so is what a pattern caught. */
  | { readonly is: 'formula'; readonly formula: Formula; readonly caught?: Caught }
  | { readonly is: 'constant'; readonly value: string | number | boolean | null | undefined }
  /** `pattern` is null where it is not understood. */
  | { readonly is: 'pattern'; readonly pattern: Pattern | null }
  | { readonly is: 'array'; readonly items: readonly Value[] }
  | { readonly is: 'object'; readonly properties: ReadonlyMap<string, Value> }
  | { readonly is: 'function'; readonly node: FunctionNode; readonly scope: Scope; readonly text: ParsedText }
  /** Anything else; `isItem` if it is one of several. */
  | { readonly is: 'other'; readonly isItem: boolean };

/** What a pattern catches of an origin: its groups, in order and by name. */
export interface Caught {
  readonly seeds: readonly string[];
  of(origin: string): RegExpExecArray | null;
}

/** What names mean, innermost first. */
export interface Scope {
  readonly names: Map<string, Value>;
  readonly parent: Scope | null;
  /** Where `var` goes. */
  readonly isOfFunction: boolean;
}

export const other: Value = { is: 'other', isItem: false };
export const item: Value = { is: 'other', isItem: true };

/** A value that is known. */
export function constant(value: string | number | boolean | null | undefined): Value {
  return { is: 'constant', value };
}

/** A scope in another. */
export function inside(parent: Scope | null, isOfFunction: boolean): Scope {
  return { names: new Map(), parent, isOfFunction };
}

/** What a name means; null where no scope has it. */
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
  // `var origin;` after an assignment takes nothing away.
  if (isVar && !isTelling(value) && to.names.has(name)) return;
  to.names.set(name, value);
}

/** Gives a name another value; false where no scope has it. What is known is not given up for what is not. */
export function assign(scope: Scope, name: string, value: Value): boolean {
  for (let each: Scope | null = scope; each; each = each.parent) {
    const before = each.names.get(name);
    if (!before) continue;
    if (isTelling(value) || !isTelling(before)) each.names.set(name, value);
    return true;
  }
  return false;
}

function isTelling({ is }: Value): boolean {
  return is !== 'other' && is !== 'constant';
}

/** A value made of the origin by one more step. */
export function made(
  value: Extract<Value, { is: 'origin' }>,
  step: (text: string) => string,
  cut: CheckKind | null = value.cut,
): Value {
  return { ...value, of: (origin) => counted(step(value.of(origin))), cut };
}

/** What a script makes of an origin, each time it is made. */
export function counted(text: string): string {
  spendOnText(text.length);
  return text;
}

/** Whether a value is the whole event, or a list with it. */
export function holdsEvent(value: Value): boolean {
  if (value.is === 'array') {
    spend(value.items.length / 20);
    return value.items.some(({ is }) => is === 'event');
  }
  return value.is === 'event' || value.is === 'arguments';
}

/** The text of a constant; null of anything else. */
export function textOf(value: Value | undefined): string | null {
  return value?.is === 'constant' && typeof value.value === 'string' ? value.value : null;
}

/** The number that a constant is; null of anything else. */
export function numberOf(value: Value | undefined): number | null {
  return value?.is === 'constant' && typeof value.value === 'number' ? value.value : null;
}

/** The name of a property as it is written there; null where it is computed from something unknown. */
export function staticName(node: AnyNode, isComputed: boolean): string | null {
  if (!isComputed && (node.type === 'Identifier' || node.type === 'PrivateIdentifier')) return node.name;
  return node.type === 'Literal' ? String(node.value) : null;
}

/** Every node directly in another. */
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

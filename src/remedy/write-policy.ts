import type { CorsPolicy } from './policy';
import type { Stack, StackComments, StackLimit, StackPart } from './stack';
import { type StackId, stacks } from './stacks';

/** A policy in the configuration of a stack. */
export interface WrittenPolicy {
  readonly parts: readonly StackPart[];
  /** How many origins and names were left out, because their characters have a meaning in some configuration. */
  readonly leftOut: number;
  /** Where it goes, if its format has no comments to say so; otherwise null. */
  readonly place: string | null;
  readonly limits: readonly StackLimit[];
}

/** Names and origins as servers really have them. A page can invent others, which must not become configuration. */
const plainName = /^[A-Za-z0-9][\w.-]*$/;
const plainOrigin = /^[a-z][a-z\d+.-]*:\/\/[\w.[\]:-]+$/;

/** Whether an origin has no characters that mean something in a configuration. */
export function isPlainOrigin(origin: string): boolean {
  return plainOrigin.test(origin);
}

/** Writes a policy for a stack. */
export function writePolicy(
  id: StackId,
  policy: CorsPolicy,
  comments: Omit<StackComments, 'place'>,
  place: string,
): WrittenPolicy {
  const { origins, methods, requestHeaders, exposedHeaders } = policy;
  const lists = {
    ...(origins !== '*' && { origins: origins.filter(isPlainOrigin) }),
    methods: methods.filter((name) => plainName.test(name)),
    requestHeaders: requestHeaders.filter((name) => plainName.test(name)),
    exposedHeaders: exposedHeaders.filter((name) => plainName.test(name)),
  };
  const count = (lengths: readonly { readonly length: number }[]) =>
    lengths.reduce((sum, { length }) => sum + length, 0);
  const before = [...(origins === '*' ? [] : [origins]), methods, requestHeaders, exposedHeaders];
  const { write, isJson = false, limits = [] }: Stack = stacks[id];
  return {
    parts: write({ ...policy, ...lists }, { ...comments, place }),
    place: isJson ? place : null,
    limits,
    leftOut: count(before) - count(Object.values(lists)),
  };
}

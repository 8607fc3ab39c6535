import type { CorsPolicy } from './policy';
import type { StackComments, StackPart } from './stack';
import { type StackId, stacks } from './stacks';

/** A policy in the configuration of a stack. */
export interface WrittenPolicy {
  readonly parts: readonly StackPart[];
  /** How many origins and names were left out, because their characters have a meaning in some configuration. */
  readonly leftOut: number;
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
  return {
    parts: stacks[id].write({ ...policy, ...lists }, { ...comments, place }),
    leftOut: count(before) - count(Object.values(lists)),
  };
}

import type { CallExpression, NewExpression } from 'acorn';
import { formulaValue, supposedHost, supposedOrigin } from './compare';
import { atom, type Reader } from './reader';
import { spend } from './steps';
import { originParts, type UrlPatternInit, urlPatternInit, urlPatternOf } from './url-pattern';
import { made, other, textOf, type Value } from './values';

type Call = CallExpression | NewExpression;

/** Evaluates `new URL(origin, base)`; null if it is not about the origin. */
export function urlOf(first: Value, base: Value | undefined): Value | null {
  if (first.kind !== 'origin' && first.kind !== 'url') return null;
  const { of } = first;
  if (!base) return { kind: 'url', of };
  // The origin `null` is a relative URL, so it becomes one of the base.
  const against = textOf(base) ?? supposedOrigin;
  const resolved = (origin: string) => {
    spend(20);
    return new URL(of(origin), against).href;
  };
  return { kind: 'url', of: resolved };
}

/** Evaluates `new URLPattern(…)`. */
export function urlPatternValue(args: readonly Value[]): Value {
  const [first = other, second] = args;
  const text = textOf(first);
  if (text !== null) {
    const init = urlPatternInit(text, second ? textOf(second) : null);
    return { kind: 'url-pattern', pattern: init && urlPatternOf(init), supposed: null };
  }
  return first.kind === 'object' ? ofParts(first.properties) : unknownPattern;
}

const unknownPattern: Value = { kind: 'url-pattern', pattern: null, supposed: null };
const parts = ['protocol', 'hostname', 'port', 'pathname', 'search', 'hash'] as const;

function ofParts(properties: ReadonlyMap<string, Value>): Value {
  const base = properties.get('baseURL');
  const inherited = base ? originParts(textOf(base) ?? '') : {};
  if (!inherited) return unknownPattern;
  let init: UrlPatternInit = {};
  let supposed: string | null = null;
  const isGiven = (upTo: number) => parts.slice(0, upTo + 1).some((part) => properties.has(part));
  for (const [index, part] of parts.entries()) {
    const value = properties.get(part);
    // A part that the base has is only taken if no part before it is given.
    const taken = isGiven(index) ? undefined : inherited[part];
    const text = value ? textOf(value) : taken;
    if (text === null) {
      if (part !== 'hostname') return unknownPattern;
      supposed = supposedHost;
    }
    init = { ...init, [part]: text ?? (text === null ? supposedHost : undefined) };
  }
  return { kind: 'url-pattern', pattern: urlPatternOf(init), supposed };
}

/** Evaluates `pattern.test(origin)` and `pattern.exec(origin)`; null if the argument is not the sender. */
export function matchedUrl(
  reader: Reader,
  node: Call,
  { pattern, supposed }: Extract<Value, { kind: 'url-pattern' }>,
  [first = other, second]: readonly Value[],
): Value | null {
  const path = textOf(first);
  const input =
    path !== null && second?.kind === 'origin'
      ? made(second, (origin) => new URL(path, origin).href)
      : first.kind === 'sender-origin'
        ? other
        : first;
  if (input.kind === 'data') return formulaValue(atom(reader, node, 'url-pattern', () => true));
  if (input.kind !== 'origin' && input.kind !== 'url') return null;
  if (!pattern) return formulaValue(atom(reader, node, 'url-pattern', null));
  const kind = pattern.isExact ? 'exact' : 'url-pattern';
  const { samples } = pattern;
  const isMatch = (origin: string) => pattern.test(input.of(origin));
  return formulaValue(atom(reader, node, kind, isMatch, { samples, supposed }));
}

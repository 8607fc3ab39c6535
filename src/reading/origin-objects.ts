import type { AnyNode } from 'acorn';
import { isSameSite } from '../engine/site';
import { formulaValue, supposedOrigin } from './compare';
import { atom, noteRead, type Reader } from './reader';
import { spend } from './steps';
import { other, textOf, type Value } from './values';

/**
 * Evaluates `Origin.from(value)`. With the event itself, the browser reads the sender without any of the
 * event's accessors.
 *
 * @see https://html.spec.whatwg.org/#dom-origin-from
 */
export function originObjectOf(reader: Reader, node: AnyNode, value: Value): Value {
  switch (value.kind) {
    case 'event':
      noteRead(reader, 'origin', node);
      return { kind: 'sender-origin', of: (origin) => origin };
    case 'origin':
    case 'url':
      return { kind: 'sender-origin', of: value.of };
    case 'data':
    case 'sender-origin':
    case 'other-origin':
      return value;
    default:
      return { kind: 'other-origin', text: textOf(value), isItem: value.kind === 'other' && value.isItem };
  }
}

/** Evaluates `a.isSameOrigin(b)` and `a.isSameSite(b)`; null if neither is the sender's origin. */
export function relatedOrigins(
  reader: Reader,
  node: AnyNode,
  method: string,
  owner: Value,
  argument: Value,
): Value | null {
  if (method !== 'isSameOrigin' && method !== 'isSameSite') return null;
  const [sender, against] = owner.kind === 'sender-origin' ? [owner, argument] : [argument, owner];
  if (sender.kind !== 'sender-origin') return null;
  const isOneOfSeveral = (against.kind === 'other' || against.kind === 'other-origin') && against.isItem;
  const kind = method === 'isSameSite' ? 'site' : isOneOfSeveral ? 'list' : 'exact';
  const relate = method === 'isSameSite' ? isSameSiteAs : (a: string, b: string) => a === b;
  if (against.kind === 'data') return formulaValue(atom(reader, node, kind, () => true));
  if (against.kind === 'sender-origin') {
    const isItself = (origin: string) => relate(originOf(sender.of(origin)), originOf(against.of(origin)));
    return formulaValue(atom(reader, node, kind, isItself));
  }
  // Any other argument than an `Origin` is an error.
  if (against.kind !== 'other-origin' && against.kind !== 'other') {
    return formulaValue(atom(reader, node, kind, () => false));
  }
  const text = against.kind === 'other-origin' ? against.text : null;
  const expected = text ?? supposedOrigin;
  return formulaValue(
    atom(reader, node, kind, (origin) => relate(originOf(sender.of(origin)), originOf(expected)), {
      samples: [expected],
      supposed: text === null ? expected : null,
    }),
  );
}

/** Evaluates `origin.opaque`. */
export function isOpaque(reader: Reader, node: AnyNode): Value {
  return formulaValue(atom(reader, node, 'exact', (origin) => origin === 'null', { samples: ['null'] }));
}

/** Returns the origin of a URL. @throws for what is not a URL, and for opaque origins, which equal no other */
function originOf(url: string): string {
  spend(20);
  const { origin } = new URL(url);
  if (origin === 'null') throw new Error('reading: an opaque origin');
  return origin;
}

function isSameSiteAs(origin: string, expected: string): boolean {
  spend(20);
  return isSameSite(origin, expected);
}

/** Evaluates `list.map(Origin.from)`. */
export function mapped(owner: Value, step: (item: Value) => Value): Value {
  if (owner.kind !== 'array') return other;
  spend(owner.items.length);
  return { kind: 'array', items: owner.items.slice(0, 50).map(step) };
}

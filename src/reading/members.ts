import type { AnyNode } from 'acorn';
import { formulaValue } from './compare';
import { isOpaque } from './origin-objects';
import { atom, noteRead, type Reader } from './reader';
import { spend } from './steps';
import { type Caught, constant, counted, other, textOf, type Value } from './values';

/** Evaluates a property of a value. */
export function memberOf(reader: Reader, owner: Value, name: string, node: AnyNode): Value {
  switch (owner.kind) {
    case 'event':
      if (name === 'origin') {
        noteRead(reader, 'origin', node);
        return { kind: 'origin', of: (origin) => origin, cut: null };
      }
      if (name === 'data' || name === 'source') {
        noteRead(reader, name, node);
        return { kind: name };
      }
      // Wrappers of jQuery, React and zone.js.
      return /^(originalEvent|nativeEvent|_?event)$/.test(name) ? owner : other;
    case 'arguments':
      return name === '0' ? { kind: 'event' } : other;
    case 'data':
      return owner;
    case 'url':
      return { kind: 'origin', of: (origin) => partOfUrl(owner.of(origin), name), cut: null };
    case 'sender-origin':
      return name === 'opaque' ? isOpaque(reader, node) : other;
    case 'parts': {
      const index = Number(name);
      if (Number.isInteger(index))
        return { kind: 'origin', of: (origin) => owner.of(origin)[index] ?? '', cut: null };
      return other;
    }
    case 'object':
      return owner.properties.get(name) ?? other;
    case 'array':
      return owner.items[Number(name)] ?? other;
    case 'origin':
      return name === 'length' ? { kind: 'length' } : other;
    case 'formula':
      if (owner.caught && name !== 'length') return name === 'groups' ? owner : caughtAs(owner.caught, name);
      return name === 'length' ? { kind: 'number', of: () => 0, missing: 0, base: owner.formula } : owner;
    case 'constant':
      return name === 'length' && typeof owner.value === 'string' ? constant(owner.value.length) : other;
    default:
      return other;
  }
}

/** Returns the group that a pattern captured, by number or name. @throws if the pattern does not match */
function caughtAs({ seeds, of }: Caught, name: string): Value {
  const group = (origin: string) => {
    const caught = of(origin);
    if (!caught) throw new Error('reading: the pattern does not match');
    return counted((/^\d+$/.test(name) ? caught[Number(name)] : caught.groups?.[name]) ?? '');
  };
  return { kind: 'origin', of: group, cut: null, seeds };
}

function partOfUrl(url: string, name: string): string {
  spend(20);
  const { protocol, host, hostname, port, origin, href, pathname } = new URL(url);
  return new Map(Object.entries({ protocol, host, hostname, port, origin, href, pathname })).get(name) ?? '';
}

/** Returns the check that an origin is in an array, a set, a map or an object. */
export function listed(
  reader: Reader,
  node: AnyNode,
  { of, seeds = [] }: Extract<Value, { kind: 'origin' }>,
  list: Value,
): Value {
  // The sender controls the list.
  if (list.kind === 'data') return formulaValue(atom(reader, node, 'list', () => true));
  const names =
    list.kind === 'object'
      ? [...list.properties.keys()]
      : list.kind === 'array'
        ? list.items.map((each) => textOf(each))
        : [null];
  const known = names.filter((name) => name !== null);
  spend(names.length / 5);
  const isKnown = known.length === names.length;
  const about = { samples: [...known.slice(0, 20), ...seeds] };
  return formulaValue(atom(reader, node, 'list', (origin) => isKnown && includes(known, of(origin)), about));
}

function includes(known: readonly string[], origin: string): boolean {
  spend(known.length / 20);
  return known.includes(origin);
}

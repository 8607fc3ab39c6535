import type { AnyNode, Expression, Pattern as Target } from 'acorn';
import { evaluate, kept } from './evaluate';
import { memberOf } from './members';
import { deeper, type Guard, noteUse, type Reader } from './reader';
import { underCondition } from './set-names';
import { assign, declare, holdsData, lookUp, other, type Scope, staticName, type Value } from './values';

/** Assigns a value to the left side of an assignment. */
export function assignTo(
  reader: Reader,
  target: Target | Expression,
  value: Value,
  scope: Scope,
  above: readonly Guard[],
): void {
  if (target.type === 'Identifier') {
    const before = lookUp(scope, target.name);
    const now = before ? underCondition(reader, target, before, value, above) : value;
    if (assign(scope, target.name, now)) return;
    kept(reader, target, value);
    if (holdsData(value) || reader.onData > 0) noteUse(reader, above, target);
  } else if (target.type === 'MemberExpression') {
    const owner = target.object.type === 'Super' ? other : evaluate(reader, target.object, scope, above);
    kept(reader, target, value);
    const isLocal = /^(event|data|object|array)$/.test(owner.kind);
    if (!isLocal && (holdsData(value) || reader.onData > 0)) noteUse(reader, above, target);
    // A link parses URLs: `a.href = event.origin`.
    const isLink = staticName(target.property, target.computed) === 'href' && value.kind === 'origin';
    if (isLink && target.object.type === 'Identifier') {
      assign(scope, target.object.name, { kind: 'url', of: value.of });
    }
  } else {
    bind(reader, target, value, scope, above, (name, each) => {
      assign(scope, name, each);
    });
  }
}

type Name = (name: string, value: Value) => void;

/** Binds each name in a pattern to its part of a value. */
export function bind(
  reader: Reader,
  target: AnyNode,
  value: Value,
  scope: Scope,
  above: readonly Guard[],
  name: Name = (each, part) => declare(scope, each, part, false),
): void {
  deeper(reader, () => {
    switch (target.type) {
      case 'Identifier':
        return name(target.name, value);
      case 'AssignmentPattern': {
        const otherwise = evaluate(reader, target.right, scope, above);
        return bind(reader, target.left, value === other ? otherwise : value, scope, above, name);
      }
      case 'ObjectPattern':
        for (const property of target.properties) {
          if (property.type === 'RestElement') {
            kept(reader, property, value);
            bind(reader, property.argument, value, scope, above, name);
          } else {
            const key = staticName(property.key, property.computed);
            if (key === null && value.kind === 'event') reader.isComputed = true;
            const part = key === null ? other : memberOf(reader, value, key, property);
            bind(reader, property.value, part, scope, above, name);
          }
        }
        return;
      case 'ArrayPattern':
        target.elements.forEach((element, index) => {
          if (element)
            bind(reader, element, memberOf(reader, value, String(index), element), scope, above, name);
        });
        return;
      case 'RestElement':
        return bind(reader, target.argument, value, scope, above, name);
      default:
        return;
    }
  });
}

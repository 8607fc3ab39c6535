import { formulaValue, truthOf } from './compare';
import { patternOf } from './pattern';
import type { Reader } from './reader';
import { spend } from './steps';
import { urlOf, urlPatternValue } from './url-values';
import { other, textOf, type Value } from './values';

/** Evaluates a call of a function or class of the browser; null for other functions. */
export function ofGlobal(reader: Reader, name: string, args: readonly Value[]): Value | null {
  const [first = other] = args;
  switch (name) {
    case 'eval':
    case 'Function':
      // Running the sender's data as code is a separate problem, but it does not hide a check.
      if (first.kind !== 'data' && !args.some(({ kind: is }) => is === 'data')) reader.evaluates = true;
      return other;
    case 'String':
    case 'decodeURIComponent':
    case 'encodeURI':
    case 'Set':
      return first;
    case 'Boolean': {
      const formula = truthOf(first);
      return formula ? formulaValue(formula) : other;
    }
    case 'Map':
      return first.kind === 'array' ? keysOf(first.items) : null;
    case 'URL':
      return urlOf(first, args[1]);
    case 'URLPattern':
      return urlPatternValue(args);
    case 'RegExp': {
      if (first.kind === 'pattern') return first;
      const source = textOf(first);
      return {
        kind: 'pattern',
        pattern: source === null ? null : patternOf(source, textOf(args[1]) ?? ''),
      };
    }
    default:
      return null;
  }
}

/** The keys of a map, from the pairs that it is made of. */
function keysOf(pairs: readonly Value[]): Value {
  spend(pairs.length / 20);
  const items = pairs.map((pair) => (pair.kind === 'array' ? (pair.items[0] ?? other) : other));
  return { kind: 'array', items };
}

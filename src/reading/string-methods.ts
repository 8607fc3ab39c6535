import type { CallExpression, NewExpression } from 'acorn';
import { formulaValue, found, supposedHost, supposedOrigin } from './compare';
import { patternOf } from './pattern';
import { atom, elsewhere, type Reader, writtenAs } from './reader';
import { spend, spendOnText } from './steps';
import { counted, made, numberOf, other, textOf, type Value } from './values';

type Call = CallExpression | NewExpression;
type Origin = Extract<Value, { kind: 'origin' }>;

/** Evaluates a string method called on the origin; null if it is unknown. */
export function ofOrigin(
  reader: Reader,
  node: Call,
  method: string,
  owner: Origin,
  args: readonly Value[],
): Value | null {
  const [first = other, second = other] = args;
  switch (method) {
    case 'startsWith':
    case 'endsWith':
    case 'includes':
    case 'indexOf':
    case 'lastIndexOf':
      return partly(reader, node, method, owner, first);
    case 'match':
    case 'search': {
      const pattern: Value =
        textOf(first) === null ? first : { kind: 'pattern', pattern: patternOf(textOf(first) ?? '', '') };
      if (pattern.kind !== 'pattern') return formulaValue(elsewhere(reader, node, writtenAs(reader, node)));
      const match = matched(reader, node, owner, pattern);
      return method === 'match' || match.kind !== 'formula' ? match : found('indexOf', match.formula);
    }
    case 'toLowerCase':
    case 'toLocaleLowerCase':
      return made(owner, (text) => text.toLowerCase());
    case 'toUpperCase':
      return made(owner, (text) => text.toUpperCase());
    case 'trim':
    case 'toString':
    case 'valueOf':
    case 'normalize':
      return owner;
    case 'replace':
    case 'replaceAll':
      return replaced(owner, first, second, method);
    case 'slice':
    case 'substr':
    case 'substring':
      return sliced(owner, method, args);
    case 'split': {
      const separator = textOf(first);
      return separator === null
        ? other
        : { kind: 'parts', of: (origin) => parts(owner.of(origin).split(separator)) };
    }
    default:
      return null;
  }
}

/** Returns the parts of an origin and counts their cost. */
function parts(all: readonly string[]): readonly string[] {
  spend(1 + all.length / 10);
  return all;
}

type PartMethod = 'startsWith' | 'endsWith' | 'includes' | 'indexOf' | 'lastIndexOf';

function partly(reader: Reader, node: Call, method: PartMethod, { of }: Origin, wanted: Value): Value {
  const kind = method === 'lastIndexOf' ? 'indexOf' : method;
  if (wanted.kind === 'data')
    return found(
      method,
      atom(reader, node, kind, () => true),
    );
  const text = textOf(wanted);
  const part = text ?? (method === 'endsWith' ? supposedHost : supposedOrigin);
  const about = { samples: [part], supposed: text === null ? part : null };
  if (method === 'indexOf' || method === 'lastIndexOf') {
    const base = atom(reader, node, kind, (origin) => of(origin).includes(part), about);
    return { kind: 'number', of: (origin) => of(origin)[method](part), missing: -1, base };
  }
  return formulaValue(atom(reader, node, kind, (origin) => of(origin)[method](part), about));
}

/** Returns the check that an origin matches a pattern, with the captured groups. */
export function matched(
  reader: Reader,
  node: Call,
  { of }: Origin,
  { pattern }: Extract<Value, { kind: 'pattern' }>,
): Value {
  if (!pattern) return formulaValue(atom(reader, node, 'regex', null));
  const { samples } = pattern;
  const formula = atom(reader, node, 'regex', (origin) => pattern.test(of(origin)), { samples });
  return { kind: 'formula', formula, caught: { seeds: samples, of: (origin) => pattern.exec(of(origin)) } };
}

function replaced(owner: Origin, wanted: Value, by: Value, method: 'replace' | 'replaceAll'): Value {
  const replacement = textOf(by);
  const text = textOf(wanted);
  if (replacement === null) return other;
  if (text !== null) {
    return made(owner, (before) => {
      // The cost is counted first, because a short text can expand to millions of characters.
      const places = method === 'replace' ? 1 : before.split(text).length;
      spendOnText(places * replacement.length);
      return before[method](text, () => replacement);
    });
  }
  // Only the common `replace(/^https?:\/\//, '')` is evaluated; other patterns are not.
  if (wanted.kind !== 'pattern' || replacement !== '' || !wanted.pattern?.samples[0]?.endsWith('://'))
    return other;
  return made(owner, (before) => before.replace(/^[a-z]+:\/\//i, ''));
}

function sliced(owner: Origin, method: 'slice' | 'substr' | 'substring', args: readonly Value[]): Value {
  const numbers = args.map((each) => numberOf(each));
  const [start = 0, end] = numbers;
  if (start === null || end === null) return other;
  const cut = start === 0 ? 'startsWith' : end === undefined ? 'endsWith' : null;
  return made(owner, (text) => text[method](start, end), cut);
}

/** Evaluates an array method called on the parts of an origin; null if it is unknown. */
export function ofParts(
  owner: Extract<Value, { kind: 'parts' }>,
  method: string,
  args: readonly Value[],
): Value | null {
  const [start = 0, end] = args.map((each) => numberOf(each) ?? undefined);
  switch (method) {
    case 'slice':
    case 'splice':
      return { kind: 'parts', of: (origin) => parts(owner.of(origin).slice(start, end)) };
    case 'reverse':
      return { kind: 'parts', of: (origin) => parts(owner.of(origin).toReversed()) };
    case 'join': {
      const separator = textOf(args[0]) ?? ',';
      const join = (all: readonly string[]) => {
        spendOnText(all.length * separator.length);
        return counted(all.join(separator));
      };
      return { kind: 'origin', of: (origin) => join(owner.of(origin)), cut: null };
    }
    case 'pop':
    case 'shift':
    case 'at': {
      const index = method === 'pop' ? -1 : start;
      return { kind: 'origin', of: (origin) => owner.of(origin).at(index) ?? '', cut: null };
    }
    default:
      return null;
  }
}

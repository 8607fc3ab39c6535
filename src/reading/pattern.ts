import { spend } from './steps';

type Part =
  | { readonly kind: 'character'; readonly accepts: RegExp; readonly sample: string }
  | { readonly kind: 'sequence'; readonly of: readonly Part[] }
  | { readonly kind: 'alternatives'; readonly of: readonly Part[] }
  | { readonly kind: 'repeat'; readonly of: Part; readonly min: number; readonly max: number }
  | { readonly kind: 'look'; readonly of: Part; readonly isNegated: boolean }
  | { readonly kind: 'start' | 'end' | 'boundary' | 'no-boundary' };

/** A page's regular expression that is safe to run. */
export interface Pattern {
  /** Strings that it is probably meant to match. */
  readonly samples: readonly string[];
  /** Whether it matches a text; false if that would take too long. */
  test(text: string): boolean;
  /** Returns the match and its groups; null if it does not match or that would take too long. */
  exec(text: string): RegExpExecArray | null;
}

const maxSource = 2000;
const maxSteps = 3_000;
const maxSamples = 8;
const maxTextLength = 300;

/**
 * Returns a regular expression that is safe to run; null if it is not understood. A page's pattern can take
 * forever, so each text is first matched in a limited number of steps, and only then by the browser's own
 * engine.
 */
export function patternOf(source: string, flags: string): Pattern | null {
  if (source.length > maxSource || !/^[dgimsuy]*$/.test(flags)) return null;
  const part = parse(source, flags);
  const regExp = part && compiled(source, flags.replace(/[gy]/g, ''));
  if (!part || !regExp) return null;
  const known = new Map<string, RegExpExecArray | null>();
  const exec = (text: string) => {
    spend(1);
    const before = known.get(text);
    if (before !== undefined) return before;
    const caught = text.length <= maxTextLength && endsSoon(part, text) ? regExp.exec(text) : null;
    known.set(text, caught);
    return caught;
  };
  return { samples: samplesOf(part).slice(0, maxSamples), test: (text) => exec(text) !== null, exec };
}

function compiled(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}

/** Parses a pattern; null if it contains a construct that is not supported, such as a lookbehind. */
function parse(source: string, flags: string): Part | null {
  let at = 0;
  let depth = 0;
  const takes = (text: string) => {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const character = (accepts: string, sample: string | null = null): Part | null => {
    spend(10);
    const characterRegExp = compiled(`^(?:${accepts})$`, flags.replace(/[gyd]/g, ''));
    const found = sample ?? sampled.find((each) => characterRegExp?.test(each));
    return characterRegExp && found !== undefined
      ? { kind: 'character', accepts: characterRegExp, sample: found }
      : null;
  };

  const alternatives = (): Part | null => {
    if (++depth > 50) return null;
    const of: Part[] = [];
    do {
      const sequence = items();
      if (!sequence) return null;
      of.push(sequence);
    } while (takes('|'));
    depth--;
    return of.length === 1 ? (of[0] ?? null) : { kind: 'alternatives', of };
  };
  const items = (): Part | null => {
    const of: Part[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = item();
      const repeated = part && quantified(part);
      if (!repeated) return null;
      of.push(repeated);
    }
    return { kind: 'sequence', of };
  };
  const item = (): Part | null => {
    if (takes('^')) return { kind: 'start' };
    if (takes('$')) return { kind: 'end' };
    if (takes('\\b')) return { kind: 'boundary' };
    if (takes('\\B')) return { kind: 'no-boundary' };
    if (takes('(')) return group();
    if (takes('.')) return character('[\\s\\S]', '.');
    const [text = ''] =
      /^(\[\^?(?:\\[\s\S]|[^\]\\])*\]|\\(?:x[\da-f]{2}|u[\da-f]{4}|[^xuckpP1-9])|[^\\[])/i.exec(
        source.slice(at),
      ) ?? [''];
    if (text === '') return null;
    at += text.length;
    return character(/^[*+?{}\])/]$/.test(text) ? `\\${text}` : text, text.length === 1 ? text : null);
  };
  const group = (): Part | null => {
    const look = takes('?=') ? 'ahead' : takes('?!') ? 'not' : null;
    if (!look && !takes('?:')) {
      const [name = ''] = /^\?<[^=!>][^>]*>/.exec(source.slice(at)) ?? [''];
      at += name.length;
      if (source[at] === '?') return null;
    }
    const of = alternatives();
    if (!of || !takes(')')) return null;
    return look ? { kind: 'look', of, isNegated: look === 'not' } : of;
  };
  const quantified = (of: Part): Part | null => {
    const [text = '', sign, min, comma, max] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(
      source.slice(at),
    ) ?? [''];
    if (text === '') return of;
    at += text.length;
    const least = sign ? (sign === '+' ? 1 : 0) : Number(min);
    const most = sign
      ? sign === '?'
        ? 1
        : Number.POSITIVE_INFINITY
      : comma
        ? Number(max || Infinity)
        : least;
    if (least > 100) return null;
    // A repeated dot means any text; a single dot often means a literal dot.
    const isDot = of.kind === 'character' && of.sample === '.' && of.accepts.test('a');
    return { kind: 'repeat', of: isDot ? { ...of, sample: 'a' } : of, min: least, max: most };
  };

  const whole = alternatives();
  return at === source.length ? whole : null;
}

const printable = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
const sampled = [...'a1-:/._', ...printable];

function samplesOf(part: Part): readonly string[] {
  switch (part.kind) {
    case 'character':
      return [part.sample];
    case 'alternatives':
      return part.of.flatMap(samplesOf).slice(0, maxSamples);
    case 'repeat':
      return samplesOf(part.of).map((sample) => sample.repeat(part.min).slice(0, maxTextLength));
    case 'sequence':
      return part.of.reduce<readonly string[]>(
        (before, each) => {
          const ends = samplesOf(each);
          return before
            .flatMap((start) => ends.map((end) => (start + end).slice(0, maxTextLength)))
            .slice(0, maxSamples);
        },
        [''],
      );
    default:
      return [''];
  }
}

/** Whether a search of `text` ends within the allowed steps, with or without a match. */
function endsSoon(whole: Part, text: string): boolean {
  let steps = 0;
  const isWord = (at: number) => /\w/.test(text[at] ?? '');
  type Next = (at: number) => boolean;
  const match = (part: Part, at: number, next: Next): boolean => {
    if (++steps > maxSteps) throw tooLong;
    switch (part.kind) {
      case 'character':
        return at < text.length && part.accepts.test(text[at] ?? '') && next(at + 1);
      case 'sequence':
        return sequence(part.of, 0, at, next);
      case 'alternatives':
        return part.of.some((each) => match(each, at, next));
      case 'repeat':
        return repeat(part, 0, at, next);
      case 'look':
        return match(part.of, at, () => true) !== part.isNegated && next(at);
      case 'start':
        return at === 0 && next(at);
      case 'end':
        return at === text.length && next(at);
      case 'boundary':
      case 'no-boundary':
        return (isWord(at - 1) !== isWord(at)) === (part.kind === 'boundary') && next(at);
    }
  };
  const sequence = (of: readonly Part[], index: number, at: number, next: Next): boolean => {
    const part = of[index];
    return part ? match(part, at, (after) => sequence(of, index + 1, after, next)) : next(at);
  };
  const repeat = (part: Extract<Part, { kind: 'repeat' }>, done: number, at: number, next: Next): boolean => {
    const again = (after: number) => (after > at || done < part.min) && repeat(part, done + 1, after, next);
    if (done < part.max && match(part.of, at, again)) return true;
    return done >= part.min && next(at);
  };
  try {
    for (let at = 0; at <= text.length; at++) if (match(whole, at, () => true)) return true;
    return true;
  } catch {
    return false;
  } finally {
    spend(steps / 2);
  }
}

const tooLong = new Error('reading: the pattern takes too long');

import type { Comparison, Difference } from '../diagnosis/compare/compare';
import type { Compared } from '../diagnosis/compare/compared';
import { findings } from '../engine';
import { apart } from './apart';
import { causeProse } from './causes';
import type { TellDifference, ToldDifference } from './compare-prose';
import type { compare } from './en/compare';
import { type Language, partsOf, proseFor } from './languages';
import type { Translation } from './shapes';
import { bounded, shortUrl } from './short-url';

/** The words about comparisons, in one language. */
export type ComparisonWords = Translation<typeof compare>;

/** The words about comparisons: only the dialog needs them. */
export const comparisonWords = apart((language: Language) => partsOf(language).comparison());

const maxValueLength = 160;
/** Headers whose values are never quoted. */
const isSecret = /^(cookie|set-cookie|(proxy-)?authorization)$/i;

/** A difference in words. */
export interface DifferenceText {
  readonly what: string;
  readonly left: string;
  readonly right: string;
  readonly why: string;
}

/** Returns a difference in words. */
export function differenceText(difference: Difference, language: Language): DifferenceText {
  const words = comparisonWords.in(language);
  const { field, part, hop, name, because } = difference;
  const label = words.labels[field];
  const places = [
    ...(field === 'header' || field === 'status' || field === 'cookie' ? [words.places[part]] : []),
    ...(hop > 0 ? [words.hop(hop)] : []),
  ];
  const what =
    field === 'header'
      ? bounded(name, maxValueLength)
      : name === ''
        ? label
        : words.labelled(label, bounded(name, maxValueLength));
  const [left, right] = valuesOf(difference, words);
  return {
    what: places.length > 0 ? words.placed(what, places) : what,
    left,
    right,
    why: words.because[because],
  };
}

/** Returns one sentence: the difference that matters most, and what it means for both. */
export function firstSentence({ differences, failing, result }: Comparison, language: Language): string {
  const words = comparisonWords.in(language);
  const [first] = differences;
  if (!first) return result === 'same-verdict' ? words.noDifference : '';
  const sides = [
    failing === 'left' ? 'failing' : failing ? 'passing' : 'this',
    failing === 'left' ? 'passing' : failing ? 'failing' : 'other',
  ] as const;
  const [left, right] = valuesOf(first, words);
  const named = [
    { ...words.parties[sides[0]], value: left },
    { ...words.parties[sides[1]], value: right },
  ] as const;
  // The request that has it is named first, or else the one that failed.
  const isRightFirst =
    first.left === null || (first.right !== null && failing === 'right') || isLacking(first);
  const [one, two] = isRightFirst ? [named[1], named[0]] : named;
  const told: ToldDifference = {
    label: words.labels[first.field],
    name: bounded(first.name, maxValueLength),
    part: first.part,
    because: first.because,
    first: one,
    second: two,
  };
  const text = tellOf(first, words)(told);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether only the right one has an upload listener, which a sentence names first. */
function isLacking({ field, left }: Difference): boolean {
  return field === 'upload' && left === 'no';
}

function tellOf({ field, left, right }: Difference, words: ComparisonWords): TellDifference {
  const isOnly = left === null || right === null;
  switch (field) {
    case 'header':
      return isOnly ? words.onlyHeader : words.header;
    case 'status':
      return words.status;
    case 'redirect':
      return isOnly ? words.onlyRedirect : words.redirect;
    case 'cookie':
      return words.cookie;
    default:
      return words.sentences[field] ?? words.valued;
  }
}

function valuesOf(
  { field, name, left, right }: Difference,
  words: ComparisonWords,
): readonly [string, string] {
  if (field === 'header' && isSecret.test(name)) {
    const [one = '', other = ''] = words.secrets;
    return [left === null ? words.absent : one, right === null ? words.absent : left === null ? one : other];
  }
  const shown = (value: string | null) => {
    if (value === null) return words.absent;
    const known = words.values[`${field} ${value}`];
    if (known !== undefined) return known;
    return field === 'redirect' ? shortUrl(value) : bounded(value, maxValueLength);
  };
  return [shown(left), shown(right)];
}

/** How one of the two ended: outcome, reason and cause; '' where there is none. */
export interface ComparedVerdict {
  readonly outcome: string;
  readonly reason: string;
  readonly cause: string;
}

/** Returns how one of the two ended, in words. */
export function comparedVerdict({ outcome, finding, cause }: Compared, language: Language): ComparedVerdict {
  const prose = proseFor(language);
  const causes: Readonly<Record<string, { readonly title: string }>> = causeProse.in(language);
  // A report of another version can have causes that this one does not know.
  const known = cause !== null && Object.hasOwn(causes, cause) ? causes[cause] : undefined;
  return {
    outcome: outcome === null ? comparisonWords.in(language).notKnown : prose.outcomes[outcome].label,
    reason: finding && finding.code in findings ? prose.findings[finding.code].title : '',
    cause: known?.title ?? cause ?? '',
  };
}

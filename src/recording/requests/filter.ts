import { type Outcome, type RequestClass, statusOf } from '../../protocol/facts';
import type { Entry } from '../log/entries';
import type { Between } from './origins';

/** The criteria of the filter; an empty set or null matches everything. */
export interface Filter {
  readonly text: string;
  readonly classes: ReadonlySet<RequestClass>;
  readonly outcomes: ReadonlySet<Outcome>;
  readonly between: Between | null;
}

/** Matches everything. */
export const noFilter: Filter = { text: '', classes: new Set(), outcomes: new Set(), between: null };

/** Whether an entry matches the filter. */
export function isShown(entry: Entry, { text, classes, outcomes, between }: Filter): boolean {
  if (between && !between.includes(entry)) return false;
  if (classes.size > 0 && !isOfClass(entry, classes)) return false;
  if (outcomes.size > 0 && !outcomes.has(entry.outcome)) return false;
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const seen = searchText(entry);
  return wanted.split(/\s+/).every((word) => {
    const isLeftOut = word.length > 1 && word.startsWith('-');
    return seen.includes(isLeftOut ? word.slice(1) : word) !== isLeftOut;
  });
}

/** In characters. The rest of a URL is not searched because that would take too long. */
const maxUrl = 4_096;
const searchTexts = new WeakMap<Entry, string>();

/** Returns the text of an entry that the filter searches; computed on first use. */
function searchText(entry: Entry): string {
  const known = searchTexts.get(entry);
  if (known !== undefined) return known;
  const { hops, origin, type } = entry.facts;
  const sent = hops.flatMap((hop) => [hop.method, hop.url.slice(0, maxUrl), String(statusOf(hop) ?? '')]);
  const text = [entry.requestClass, entry.outcome, type, origin ?? '', ...sent].join('\n').toLowerCase();
  searchTexts.set(entry, text);
  return text;
}

/** A preflight is listed under its request, so its class also matches the request. */
function isOfClass({ requestClass, facts }: Entry, classes: ReadonlySet<RequestClass>): boolean {
  return (
    classes.has(requestClass) ||
    (classes.has('preflight') && facts.hops.some(({ preflight }) => preflight !== null))
  );
}

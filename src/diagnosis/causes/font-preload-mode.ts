import type { ExchangeFacts } from '../../protocol/facts';
import type { Cause } from '../cause';
import type { Judged } from '../context';
import { answersOf, statusLine } from '../evidence';

/** A font is requested twice, because its preload has no `crossorigin`. */
export const fontPreloadMode: Cause = {
  actor: 'front-end',
  match(context) {
    const { subject } = context;
    const { facts } = subject;
    const url = facts.hops[0]?.url;
    if (facts.kind !== 'font') return null;
    const other = context.siblings.find(
      ({ facts: { kind, hops, frameId } }) =>
        kind === 'font' && frameId === facts.frameId && hops[0]?.url === url,
    );
    if (!other) return null;
    // Firefox preloads a font with CORS too, so only that it was requested twice shows it.
    const isSure = isNoCors(subject) || isNoCors(other) || isPlainPreload(facts);
    const lines = [subject, other].flatMap((judged) => answersOf(judged).slice(-1).map(statusLine));
    return { confidence: isSure ? 'certain' : 'possible', evidence: lines };
  },
};

function isNoCors({ verdict }: Judged): boolean {
  return verdict.mode.value === 'no-cors';
}

/** Whether a `link` without `crossorigin` reported this URL. */
function isPlainPreload({ page }: ExchangeFacts): boolean {
  const calls = [...(page?.call ? [page.call] : []), ...(page?.possible ?? [])];
  return calls.some(({ call: { element } }) => element?.name === 'link' && element.crossOrigin === null);
}

import { relationOf } from '../../engine/site';
import type { StorageUse } from '../../protocol/page-events';
import type { Cause } from '../cause';
import type { DiagnosisContext } from '../context';
import { errorIn, eventsIn } from '../document-events';
import { answersOf, sentHeader, sentLine } from '../evidence';

/** The browser denies storage to a frame of another site. */
export const thirdPartyStorageDenied: Cause = {
  actor: 'front-end',
  match(context) {
    if (context.subject.facts.kind !== 'frame') return null;
    const uses: readonly StorageUse[] = [...eventsIn('storage', context), ...eventsIn('cookie', context)];
    const refused = uses.find(
      (use) => use.outcome === 'refused' && use.isFramed && isCrossSite(use, context),
    );
    if (!refused) return null;
    const answer = answersOf(context.subject).at(-1);
    return {
      confidence: 'likely',
      evidence: [
        errorIn(context, `${refused.what}: SecurityError`),
        ...(answer ? [sentLine(answer, 'Sec-Fetch-Site')] : []),
      ],
      values: { store: refused.what },
    };
  },
};

/** Firefox does not expose the origin of the page to its frames. */
function isCrossSite({ top, frame }: StorageUse, { subject }: DiagnosisContext): boolean {
  if (top !== null && frame.origin !== null) return relationOf(top, frame.origin) === 'cross-site';
  return answersOf(subject).some((answer) => sentHeader(answer, 'Sec-Fetch-Site') === 'cross-site');
}

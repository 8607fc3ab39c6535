import { siblingsOf } from '../../../diagnosis/context';
import { toCompared } from '../../../recording/compare/to-compared';
import { isLoad } from '../../../recording/loaded-document';
import { explainExchanges } from '../../../recording/requests/explain-exchanges';
import { pastedDraft } from '../../../recording/what-if/pasted-draft';
import { emptyStart, startOf, type WhatIfStart } from '../../../recording/what-if/start';
import type { WhatIfRecording } from '../../../recording/what-if/what-if';
import type { WhatIfSubject } from '../../store/dialogs';
import type { Around } from '../detail/around';

/** A start, and what was recorded around it. */
export interface Starting {
  readonly start: WhatIfStart;
  readonly recording: WhatIfRecording;
}

/** Returns what the dialog starts from, with as much of the recording as a result can depend on. */
export function startingFrom(subject: WhatIfSubject, around: Around): Starting {
  const { frames, pageEvents, sites, verdictOf } = around;
  const facts = subject.of === 'request' ? around.lookup(subject.id) : undefined;
  if (!facts) {
    const draft = subject.of === 'text' ? pastedDraft(subject.text) : null;
    const start = draft ? { ...emptyStart, draft } : emptyStart;
    return { start, recording: { exchanges: [], frames: [], pageEvents: [], sites, verdictOf } };
  }
  const [explained] = explainExchanges([facts], { ...around, storedCookies: null });
  if (!explained) throw new Error(`what-if: no explanation of "${facts.id}"`);
  const { exchange } = explained.verdict;
  const near = new Set(siblingsOf(facts, around.exchanges));
  const exchanges = around.exchanges.filter((other) => other === facts || near.has(other) || isLoad(other));
  return {
    start: startOf(toCompared(explained, around), { facts, exchange }),
    recording: { exchanges, frames, pageEvents, sites, verdictOf },
  };
}

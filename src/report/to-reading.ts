import type { PageEventRule, RequestsRule } from '../channels/read-page-event';
import type { Reading } from '../channels/reading';
import type { MessagesProse } from '../prose/messages';
import type { ReportReading } from './page-event-model';

/** Returns the reading of a page event for a report, with a sentence for each code. */
export function toReading(
  { from, to, relation, rule, risk, unseen }: Reading<PageEventRule | RequestsRule>,
  prose: MessagesProse,
): ReportReading {
  return {
    from,
    to,
    relation,
    rule: { code: rule, title: prose.rules[rule].sentence },
    risk: risk && { code: risk, title: prose.risks[risk].sentence },
    unseen,
  };
}

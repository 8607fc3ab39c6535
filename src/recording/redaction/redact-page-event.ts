import { kindOf } from '../../channels/kinds';
import { redactFrameRef } from '../../channels/kinds/replaced';
import type { PageEventFacts } from '../../protocol/page-events';
import type { RedactionRules } from './rules';

/** Returns the redacted facts of a page event. */
export function redactPageEvent(event: PageEventFacts, rules: RedactionRules): PageEventFacts {
  const base = {
    id: event.id,
    atMs: event.atMs,
    frame: redactFrameRef(event.frame, rules),
    openedTabId: event.openedTabId,
    source: event.source,
    count: event.count,
  };
  return { ...base, ...kindOf(event).redact(event, rules) };
}

import { auditListener } from '../../src/channels/audit-listener';
import type { GivenAdvice } from '../../src/diagnosis/advise';
import type { PageEventFacts } from '../../src/protocol/page-events';
import type { FoundStar } from '../../src/reading/find-stars';
import { readListener } from '../../src/reading/read-listener';
import { explainRecording } from '../../src/recording/explain-recording';
import { redactRecording } from '../../src/recording/redaction/redact';
import type { Redaction } from '../../src/recording/redaction/rules';
import { explainingContext } from '../support/reports';
import { factsOf, type Recorded } from './recorded';

/** A recording that advice is wanted about. */
export interface Whole {
  readonly requests?: readonly Recorded[];
  readonly pageEvents?: readonly PageEventFacts[];
  readonly stars?: readonly FoundStar[];
}

/** Returns the advice that fits a recording. */
export function advised(
  { requests = [], pageEvents = [], stars = [] }: Whole,
  redaction: Redaction = 'everything',
): readonly GivenAdvice[] {
  const recorded = {
    page: { url: '', title: null, frames: [] },
    exchanges: requests.flatMap((request, index) => factsOf(request, index)),
    pageEvents,
    audit: (reported: Parameters<typeof auditListener>[0]) =>
      auditListener(reported, reported.text === null ? null : readListener(reported.text)),
    stars,
    storedCookies: null,
  };
  return explainRecording(redactRecording(recorded, redaction), explainingContext('chrome')).advice;
}

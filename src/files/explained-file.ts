import { registrableDomain, relationOf } from '../engine/site';
import { type ExplainedRecording, explainLater } from '../recording/explain-recording';
import { redactRecording } from '../recording/redaction/redact';
import type { ExplainedExchange } from '../recording/requests/explain-exchanges';
import type { FileRecording } from './file-recording';

/** Explains the requests of a file, without secrets. Each is explained when it is read. */
export function explainedFile(file: FileRecording): ExplainedRecording<Iterable<ExplainedExchange>> {
  const left = redactRecording(
    { ...file, audit: null, stars: [], storedCookies: null },
    file.redaction === 'everything' ? 'readable' : 'everything',
  );
  return explainLater(left, {
    browser: file.browser?.name ?? 'chrome',
    listening: { sawNavigation: file.sawNavigation, pageWorld: false },
    sites: { relationOf, registrableDomain },
    sinceReload: () => null,
  });
}

import type { BrowserName } from '../engine';
import type { Sites } from '../exchange/explained/cookie-context';
import { type ExplainedRecording, explainLater, type Selection } from '../recording/explain-recording';
import { redactRecording } from '../recording/redaction/redact';
import type { Redaction } from '../recording/redaction/rules';
import type { ExplainedExchange } from '../recording/requests/explain-exchanges';
import type { FileRecording } from './file-recording';

/** How the requests of a file are explained. */
export interface FileExplaining {
  /** The browser whose rules decide if the file does not say; Chrome if absent. */
  readonly browser?: BrowserName;
  /** If absent, secrets are replaced, unless the file has none. */
  readonly redaction?: Redaction;
  readonly sites: Sites;
}

/** The requests of a file, and the page without secrets. */
export interface ExplainedFile extends ExplainedRecording<Iterable<ExplainedExchange>> {
  readonly page: FileRecording['page'];
  readonly allPageEvents: FileRecording['pageEvents'];
}

function leftOf(file: FileRecording): Redaction {
  return file.redaction === 'everything' ? 'readable' : 'everything';
}

/** Explains the requests of a file: each when it is read. */
export function explainedFile(
  file: FileRecording,
  { browser = 'chrome', redaction = leftOf(file), sites }: FileExplaining,
  selection: Selection = {},
): ExplainedFile {
  const { page, exchanges, pageEvents, sinceReload, sawNavigation } = file;
  const left = redactRecording(
    { page, exchanges, pageEvents, audit: null, stars: [], storedCookies: null },
    redaction,
  );
  const context = {
    browser: file.browser?.name ?? browser,
    listening: { sawNavigation, pageWorld: false },
    sites,
    sinceReload: (id: string) => sinceReload.get(id) ?? null,
  };
  return { page: left.page, allPageEvents: left.pageEvents, ...explainLater(left, context, selection) };
}

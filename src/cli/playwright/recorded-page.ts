import type { BrowserContext, Page, TestInfo } from '@playwright/test';
import type { Language } from '../../prose';
import { type FormatId, formats, reportText } from '../../report/formats';
import type { Report } from '../../report/model';
import { openPanel } from '../browsers/chromium';
import type { Corscope } from './corscope-fixture';
import { madeByTest, notesOnTest } from './made-by-test';

/** A page whose requests are recorded. */
export interface RecordedPage extends Corscope {
  report(): Promise<Report>;
  /** What the test itself did to the requests of a report, in sentences. */
  notes(report: Report): readonly string[];
  readonly language: Language;
}

const recorded = new WeakMap<Page, RecordedPage>();

/** Records a page, before anything is opened in it. */
export async function recordPage(
  context: BrowserContext,
  page: Page,
  language: Language,
): Promise<RecordedPage> {
  const panel = await openPanel(context, page);
  const options = JSON.stringify({ redact: 'readable', language });
  const recording: RecordedPage = {
    language,
    idle: (wanted = {}) => panel.evaluate(`corscope.idle(${JSON.stringify(wanted)})`),
    report: async () =>
      JSON.parse(await panel.evaluate<string>(`corscope.report(${options}).then(JSON.stringify)`)),
    notes: ({ exchanges }) =>
      notesOnTest(
        page,
        madeByTest(context),
        exchanges.filter((each) => each.class === 'preflighted').map(({ url }) => url),
        language,
      ),
  };
  recorded.set(page, recording);
  return recording;
}

/** Returns what is recorded of a page; null if it is not recorded. */
export function recordedPage(page: Page): RecordedPage | null {
  return recorded.get(page) ?? null;
}

/** Attaches the report to a test. */
export async function attachReport(report: Report, testInfo: TestInfo): Promise<void> {
  for (const id of ['html', 'json'] as const satisfies readonly FormatId[]) {
    const { extension, type } = formats[id];
    await testInfo.attach(`corscope.${extension}`, {
      body: reportText(report, id),
      contentType: type,
    });
  }
}

import type { Language } from './prose';
import { reportEn } from './report-en';
import { reportZhCn } from './report-zh-cn';

/** What exporting says, in one language: the dialog, and the words around the facts of a report in Markdown. */
export interface ReportProse {
  readonly dialog: {
    readonly title: string;
    readonly format: string;
    /** Each format: what it is called, and what it is for. */
    readonly formats: Readonly<
      Record<'json' | 'markdown' | 'svg', { readonly label: string; readonly meaning: string }>
    >;
    readonly scope: string;
    all(requests: number, events: number): string;
    filtered(requests: number, events: number): string;
    /** Which page events leave with filtered requests. */
    readonly filteredMeaning: string;
    readonly values: string;
    /** How much is left out: what it is called, and what it means. */
    readonly redactions: Readonly<
      Record<'minimal' | 'readable' | 'everything', { readonly label: string; readonly meaning: string }>
    >;
    readonly preview: string;
    /** What the marks in the preview are. */
    readonly marked: string;
    readonly preparing: string;
    /** How much leaves; `shown` lines of it are in the preview. */
    size(bytes: number, lines: number, shown: number): string;
    readonly save: string;
    readonly copy: string;
    readonly close: string;
    saved(name: string): string;
    readonly copied: string;
    readonly notCopied: string;
    failed(error: string): string;
  };
  readonly markdown: {
    readonly title: string;
    readonly page: string;
    readonly browser: string;
    readonly recorded: string;
    span(from: string, to: string): string;
    /** What a report says of itself, by how much was left out. */
    readonly redactions: Readonly<Record<'minimal' | 'readable' | 'everything', string>>;
    readonly requests: string;
    readonly noRequests: string;
    readonly columns: readonly [
      number: string,
      kind: string,
      outcome: string,
      method: string,
      url: string,
      reason: string,
      status: string,
    ];
    readonly pageEvents: string;
    /** Which of them the table does not have, one by one. */
    pageEventsMore(shown: number, total: number): string;
    /** Which items a table has. */
    more(shown: number, total: number): string;
    readonly pageEventColumns: readonly [
      kind: string,
      from: string,
      to: string,
      relation: string,
      count: string,
      rule: string,
    ];
    readonly pageEventList: readonly [time: string, kind: string, from: string, to: string, what: string];
    readonly details: string;
    readonly origin: string;
    readonly madeBy: string;
    readonly mode: string;
    readonly credentialsMode: string;
    readonly browserSays: string;
    readonly error: string;
    readonly evidence: string;
    readonly absent: string;
    readonly basis: Readonly<Record<'observed' | 'computed', string>>;
    assumed(assumption: string): string;
    and(items: readonly string[]): string;
  };
}

/** What exporting says in a language. */
export function reportProseFor(language: Language): ReportProse {
  return language === 'zh-CN' ? reportZhCn : reportEn;
}

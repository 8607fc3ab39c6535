import type { Explained } from '../shapes';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const both = (requests: number, events: number) =>
  `${plural(requests, 'request', 'requests')}, ${plural(events, 'page event', 'page events')}`;

const size = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en')} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What exporting says, in English. */
export const report = {
  dialog: {
    title: 'Export',
    format: 'Format',
    /** Each format: what it is called, and what it is for. */
    formats: {
      json: { label: 'JSON', meaning: 'All data, for scripts and tools' },
      markdown: { label: 'Markdown', meaning: 'For a ticket: what was blocked, why, and what to change' },
      svg: {
        label: 'Map (SVG)',
        meaning: 'A picture of frames and origins, and of the traffic between them',
      },
      har: {
        label: 'HAR',
        meaning: 'For the Network panels of browsers and other programs; CORScope reads it without loss',
      },
      csv: { label: 'CSV', meaning: 'One row for each request, for spreadsheets' },
      sarif: { label: 'SARIF', meaning: 'Requests that did not pass, for code scanning' },
      html: { label: 'HTML', meaning: 'One file to send around: opens offline, with a filter' },
      junit: { label: 'JUnit', meaning: 'Each request as a test, for CI' },
    } satisfies Readonly<Record<string, Explained>>,
    scope: 'Contents',
    all: (requests: number, events: number) => `All: ${both(requests, events)}`,
    filtered: (requests: number, events: number) => `Filtered: ${both(requests, events)}`,
    filteredMeaning:
      'The requests shown in the Requests view, and the page events that pass the filters of the Messages view; no page events if that view has no filter',
    values: 'Values',
    /** How much is left out: what it is called, and what it means. */
    redactions: {
      minimal: {
        label: 'Minimal',
        meaning:
          'Keeps hosts, common words in paths, header names and the values that explain a verdict. Every other value becomes a placeholder; equal values get equal placeholders.',
      },
      readable: {
        label: 'Readable',
        meaning:
          'Replaces cookies, Authorization and other values that look like secrets by name or format. Paths, parameters and messages are kept: check the preview before you share it.',
      },
      everything: {
        label: 'Everything',
        meaning: 'Includes cookies, tokens and passwords',
      },
    } satisfies Readonly<
      Record<'minimal' | 'readable' | 'everything', { readonly label: string; readonly meaning: string }>
    >,
    preview: 'Preview',
    /** What the marks in the preview are, after the size. */
    marked: '; placeholders are marked',
    preparing: 'Preparing the report',
    /** How much leaves; `shown` lines of it are in the preview. */
    size: (bytes: number, lines: number, shown: number) =>
      `${size(bytes)}, ${plural(lines, 'line', 'lines')}` +
      (shown < lines ? `; the first ${shown.toLocaleString('en')} are shown` : ''),
    save: 'Save to file',
    copy: 'Copy',
    close: 'Close',
    saved: (name: string) => `Saved by the browser as ${name}`,
    copied: 'Copied',
    notCopied: 'The browser blocked copying',
    failed: (error: string) => `The report could not be written: ${error}`,
  },
  markdown: {
    title: 'CORScope report',
    page: 'Page',
    browser: 'Browser',
    recorded: 'Recorded',
    span: (from: string, to: string) => `${from} to ${to}`,
    /** What a report says of itself, by how much was left out. */
    redactions: {
      minimal:
        'Minimal report: values that explain nothing are replaced. A placeholder such as redacted-1-32hex shows a number, the length of the value and the kind of its characters; equal values have equal placeholders.',
      readable:
        'Readable report: values that look like secrets are replaced. Other identifying data, such as names in URLs, is kept.',
      everything: 'Nothing was removed from this report: it can contain cookies, tokens and passwords.',
    } satisfies Readonly<Record<'minimal' | 'readable' | 'everything', string>>,
    requests: 'Requests',
    noRequests: 'No request was recorded.',
    columns: ['#', 'Class', 'Outcome', 'Method', 'URL', 'Reason', 'Status'] satisfies readonly [
      number: string,
      kind: string,
      outcome: string,
      method: string,
      url: string,
      reason: string,
      status: string,
    ],
    pageEvents: 'Communication between frames',
    /** Which of them the table does not have, one by one. */
    pageEventsMore: (shown: number, total: number) =>
      `The first ${shown.toLocaleString('en')} of ${plural(total, 'event', 'events')} are listed below; the JSON report has all of them.`,
    /** Which items a table has. */
    more: (shown: number, total: number) =>
      `The first ${shown.toLocaleString('en')} of ${total.toLocaleString('en')}; the JSON report has all of them.`,
    pageEventColumns: ['Kind', 'From', 'To', 'Relation', 'Count', 'Rule and risk'] satisfies readonly [
      kind: string,
      from: string,
      to: string,
      relation: string,
      count: string,
      rule: string,
    ],
    pageEventList: ['Time', 'Kind', 'From', 'To', 'What'] satisfies readonly [
      time: string,
      kind: string,
      from: string,
      to: string,
      what: string,
    ],
    details: 'Requests that did not succeed',
    origin: 'Request origin',
    madeBy: 'Initiator',
    mode: 'Mode',
    credentialsMode: 'credentials mode',
    browserSays: 'Browser message',
    error: 'Error',
    evidence: 'Evidence',
    absent: 'absent',
    basis: {
      observed: 'The outcome was observed.',
      computed: 'The outcome was computed by the rules: the browser showed none.',
    } satisfies Readonly<Record<'observed' | 'computed', string>>,
    assumed: (assumption: string) => `Assumed: ${assumption}`,
    and: (items: readonly string[]) => items.join(', '),
  },
};

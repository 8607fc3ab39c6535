import type { ReportProse } from './report-prose';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const both = (requests: number, events: number) =>
  `${plural(requests, 'request', 'requests')}, ${plural(events, 'page event', 'page events')}`;

const size = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en')} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What exporting says, in English. */
export const reportEn: ReportProse = {
  dialog: {
    title: 'Export',
    format: 'Format',
    formats: {
      json: { label: 'JSON', meaning: 'Everything, for programs and for importing' },
      markdown: { label: 'Markdown', meaning: 'For a ticket: what was blocked, why, and what has to change' },
      svg: { label: 'Map (SVG)', meaning: 'A picture of frames and origins, with what passed between them' },
    },
    scope: 'What',
    all: (requests, events) => `All: ${both(requests, events)}`,
    filtered: (requests, events) => `As filtered: ${both(requests, events)}`,
    filteredMeaning:
      'The requests that the Requests view shows, and the page events that the filters of the Messages view let through; none of them while those filter nothing',
    values: 'Values',
    redactions: {
      minimal: {
        label: 'Minimal',
        meaning:
          'Keeps hosts, common words in paths, header names and the values that explain a verdict. ' +
          'Every other value becomes a placeholder; equal values get equal placeholders.',
      },
      readable: {
        label: 'Readable',
        meaning:
          'Replaces cookies, Authorization and whatever else looks like a secret, by its name or its form. ' +
          'Paths, parameters and messages stay: check the preview before you share it.',
      },
      everything: {
        label: 'Everything',
        meaning: 'Includes cookies, tokens and passwords',
      },
    },
    preview: 'Preview',
    marked: 'placeholders are marked',
    preparing: 'Writing the report',
    size: (bytes, lines, shown) =>
      `${size(bytes)}, ${plural(lines, 'line', 'lines')}` +
      (shown < lines ? `; the first ${shown.toLocaleString('en')} are shown` : ''),
    save: 'Save to file',
    copy: 'Copy',
    close: 'Close',
    saved: (name) => `Handed to the browser as ${name}`,
    copied: 'Copied',
    notCopied: 'The browser did not allow copying',
    failed: (error) => `The report could not be written: ${error}`,
  },
  markdown: {
    title: 'CORScope report',
    page: 'Page',
    browser: 'Browser',
    recorded: 'Recorded',
    span: (from, to) => `${from} to ${to}`,
    redactions: {
      minimal:
        'Minimal report: values that explain nothing are replaced. A placeholder such as redacted-1-32hex has a number, ' +
        'the length of the value and the kind of its characters; equal values have equal placeholders.',
      readable:
        'Readable report: values that look like secrets are replaced. What else identifies people, such as names in ' +
        'URLs, is still in it.',
      everything: 'Nothing is left out of this report: it may contain cookies, tokens and passwords.',
    },
    requests: 'Requests',
    noRequests: 'No request was recorded.',
    columns: ['#', 'Class', 'Outcome', 'Method', 'URL', 'Reason', 'Status'],
    pageEvents: 'What frames said to each other',
    pageEventsMore: (shown, total) =>
      `The first ${shown.toLocaleString('en')} of ${plural(total, 'event', 'events')} follow one by one; the JSON report has all of them.`,
    more: (shown, total) =>
      `The first ${shown.toLocaleString('en')} of ${total.toLocaleString('en')}; the JSON report has all of them.`,
    pageEventColumns: ['Kind', 'From', 'To', 'Relation', 'Count', 'Rule and risk'],
    pageEventList: ['Time', 'Kind', 'From', 'To', 'What'],
    details: 'What did not pass',
    origin: 'Request origin',
    madeBy: 'Made by',
    mode: 'Mode',
    credentialsMode: 'credentials mode',
    browserSays: 'The browser’s own words',
    error: 'Error',
    evidence: 'Evidence',
    absent: 'absent',
    basis: {
      observed: 'The outcome was observed.',
      computed: 'The outcome was computed by the rules: the browser showed none.',
    },
    assumed: (assumption) => `Assumed: ${assumption}`,
    and: (items) => items.join(', '),
  },
};

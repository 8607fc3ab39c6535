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
    json: 'JSON',
    jsonMeaning: 'Everything, for programs and for importing',
    markdown: 'Markdown',
    markdownMeaning: 'For a ticket: what was blocked, why, and what has to change',
    svg: 'Map (SVG)',
    svgMeaning: 'A picture of frames and origins, with what passed between them',
    scope: 'What',
    all: (requests, events) => `All: ${both(requests, events)}`,
    filtered: (requests, events) => `As filtered: ${both(requests, events)}`,
    filteredMeaning:
      'The requests that the Requests view shows, and the page events that the filters of the Messages view let through; none of them while those filter nothing',
    leaveOut: 'Leave out secrets',
    leaveOutMeaning:
      'Values of cookies and Authorization, and values that look like secrets, become placeholders wherever ' +
      'they occur. Equal values get equal placeholders.',
    withSecrets: 'Cookies, tokens and passwords leave with it',
    preview: 'What leaves',
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
    leftOut:
      'Secrets are left out: a placeholder stands for each, the same for the same value. What else identifies ' +
      'people, such as names in URLs, is still in it.',
    notLeftOut: 'Secrets are not left out of this report.',
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
    causes: 'Likely causes',
    advice: 'Advice',
    basis: {
      observed: 'The outcome was observed.',
      computed: 'The outcome was computed by the rules: the browser showed none.',
    },
    assumed: (assumption) => `Assumed: ${assumption}`,
    and: (items) => items.join(', '),
  },
};

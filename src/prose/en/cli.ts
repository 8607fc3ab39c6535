import type { FileFormat, FileLack } from '../file-format';

export const cli = {
  /** The shortest answer about one request. */
  brief: {
    /** After the outcome, the method and the URL. */
    from: (origin: string) => `from ${origin}`,
    status: (status: number) => `status ${status}`,
    change: 'Change',
    page: 'In the page',
    rule: 'Rule',
    candidates: 'It is one of',
    prints: (browser: string) => `${browser} prints`,
    other: (browser: string) => `In ${browser}`,
    more: 'More',
  },
  summary: {
    none: 'No requests.',
    passed: (requests: number) =>
      requests === 1 ? '1 request, nothing blocked.' : `${requests} requests, nothing blocked.`,
    found: (requests: number, blocked: number, failed: number, unknown: number) =>
      [
        `${requests} ${requests === 1 ? 'request' : 'requests'}: ${blocked} blocked`,
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(unknown > 0 ? [`${unknown} not known`] : []),
      ].join(', '),
    hidden: (count: number) => `${count} more: use --all to list every request.`,
  },
  file: {
    formats: {
      report: 'CORScope report',
      har: 'HAR file',
      text: 'text',
    } satisfies Readonly<Record<FileFormat, string>>,
    read: (name: string, format: string, writer: string | null) =>
      `${name}: ${format}${writer === null ? '' : ` by ${writer}`}`,
    rulesOf: (browser: string) => `Judged by the rules of ${browser}.`,
    assumedBrowser: (browser: string) =>
      `The file does not say which browser sent the requests: judged by the rules of ${browser}.`,
    leftOut: (count: number) =>
      count === 1
        ? '1 item is not valid and was left out.'
        : `${count} items are not valid and were left out.`,
    lacks: {
      ends: 'The file does not show how requests ended: the rules alone decide.',
      'blocked-responses': 'For some requests the file has no response: what happened to them is not known.',
      'some-headers': 'The file has no cookies and no Authorization headers: they may have been removed.',
      modes: 'The file does not show the mode of the requests: the usual one is assumed.',
      'page-events': '',
    } satisfies Readonly<Record<FileLack, string>>,
  },
  problems: {
    'too-large': (megabytes: number) => `larger than ${megabytes} MB`,
    'not-json': 'not valid JSON',
    cut: 'the file ends too early: it was cut',
    'other-format':
      'not a CORScope report, HAR file, HTTP message, output of curl -v, or console message about a request',
    'other-version': 'a CORScope report of a newer version',
    'no-requests': 'no requests in it',
    place: (line: number, column: number) => `line ${line}, column ${column}`,
  },
};

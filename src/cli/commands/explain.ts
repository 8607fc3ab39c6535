import { registrableDomain, relationOf } from '../../engine/site';
import type { FileRecording } from '../../files/file-recording';
import { type FileReportOptions, streamReportOfFile } from '../../files/file-report';
import { openFileLog } from '../../files/open-file-log';
import type { Language } from '../../prose';
import { browserLabel } from '../../prose/browser-label';
import { cliWords } from '../../prose/cli-words';
import { isTrouble } from '../../report/summary';
import { wholeReport } from '../../report/whole-report';
import { printRequests, printSummary, writeReport } from '../answer';
import { type Call, type Command, textOption, textsOption } from '../command';
import { readInput } from '../input';
import { oneOf } from '../one-of';
import { inert } from '../terminal';
import { UsageError } from '../usage-error';

/** Explains the requests of a file: what happened, why, and what to change. */
export const explain: Command = {
  options: {
    browser: { type: 'string' },
    redact: { type: 'string' },
    all: { type: 'boolean' },
    out: { type: 'string', multiple: true },
  },
  async run(call) {
    const [path, ...others] = call.positionals;
    if (path === undefined || others.length > 0) throw new UsageError('corscope explain FILE');
    const { language, output } = call;
    const file = await readInput(path, language, output);
    for (const line of fileLines(file, language)) output.note(`${inert(line)}\n`);
    const options = optionsOf(call);
    const paths = textsOption(call, 'out');
    if (paths.length > 0) writeReport(streamReportOfFile(file, options), paths);
    const { entries } = await openFileLog(
      { ...file, browser: file.browser ?? options.browser },
      { relationOf, registrableDomain },
    );
    const requests = entries.map(({ facts, outcome }) => ({ ...facts, outcome }));
    const code = printSummary(requests, language, output);
    // Only what is printed is explained: a file can have many requests that passed.
    const all = call.values.all === true;
    if (!all && !requests.some(isTrouble)) return code;
    const shown = new Set(requests.filter((request) => all || isTrouble(request)).map(({ id }) => id));
    const preflights = requests.filter(({ preflightFor }) => shown.has(preflightFor?.exchange ?? ''));
    const ids = new Set([...shown, ...preflights.map(({ id }) => id)]);
    printRequests(wholeReport(streamReportOfFile(file, options, { ids })), language, output, { all });
    return code;
  },
};

/** Returns how the report of a file is made by the options `--browser` and `--redact`. */
function optionsOf(call: Call): FileReportOptions {
  const { language, version } = call;
  const browser = oneOf('browser', textOption(call, 'browser') ?? 'chrome', ['chrome', 'firefox'] as const);
  const levels = ['minimal', 'readable', 'everything'] as const;
  const redaction = oneOf('redact', textOption(call, 'redact') ?? 'readable', levels);
  return { version, language, browser: { name: browser, version: '' }, redaction };
}

/** What a reader of the answers has to know about a file. */
function fileLines(file: FileRecording, language: Language): readonly string[] {
  const { file: words } = cliWords.in(language);
  const { name, format, writer, browser, lacks, leftOut } = file;
  return [
    words.read(name, words.formats[format], writer),
    browser ? words.rulesOf(browserLabel(browser)) : words.assumedBrowser(browserLabel({ name: 'chrome' })),
    ...lacks.map((lack) => words.lacks[lack]).filter(Boolean),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
  ];
}

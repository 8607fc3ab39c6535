import type { FileRecording } from '../../files/file-recording';
import { reportOfFile } from '../../files/file-report';
import type { Language } from '../../prose';
import { browserLabel } from '../../prose/browser-label';
import { cliWords } from '../../prose/cli-words';
import { printReport, writeReport } from '../answer';
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
    const file = readInput(path, language);
    for (const line of fileLines(file, language)) output.note(`${inert(line)}\n`);
    const report = reportOf(file, call);
    writeReport(report, textsOption(call, 'out'));
    return printReport(report, language, output, { all: call.values.all === true });
  },
};

/** Returns the report of a file by the options `--browser` and `--redact`. */
function reportOf(file: FileRecording, call: Call) {
  const { language, version } = call;
  const browser = oneOf('browser', textOption(call, 'browser') ?? 'chrome', ['chrome', 'firefox'] as const);
  const levels = ['minimal', 'readable', 'everything'] as const;
  const redaction = oneOf('redact', textOption(call, 'redact') ?? 'readable', levels);
  return reportOfFile(file, { version, language, browser: { name: browser, version: '' }, redaction });
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

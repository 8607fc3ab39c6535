import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cliWords } from '../../prose/cli-words';
import { printRequests, printSummary, writeReport } from '../answer';
import { type Call, type Command, textOption, textsOption } from '../command';
import { inspectPage, type PageScript } from '../inspect-page';
import { oneOf } from '../one-of';
import { inert } from '../terminal';
import { firstLine, UsageError } from '../usage-error';

/** Opens a page in a browser with the extension, and explains what it did not get. */
export const inspect: Command = {
  options: {
    browser: { type: 'string' },
    connect: { type: 'string' },
    headed: { type: 'boolean' },
    until: { type: 'string' },
    script: { type: 'string' },
    redact: { type: 'string' },
    all: { type: 'boolean' },
    out: { type: 'string', multiple: true },
  },
  async run(call) {
    const [url, ...others] = call.positionals;
    const { language, output, values } = call;
    const words = cliWords.in(language).inspect;
    if (url === undefined || others.length > 0 || !/^https?:/i.test(url))
      throw new UsageError('corscope inspect URL');
    const browser = oneOf('browser', textOption(call, 'browser') ?? 'chrome', ['chrome', 'firefox'] as const);
    const redaction = oneOf('redact', textOption(call, 'redact') ?? 'readable', [
      ...(['minimal', 'readable', 'everything'] as const),
    ]);
    const script = await scriptOf(call);
    output.note(`${inert(words.opening(url))}\n`);
    const report = await inspectPage({
      url,
      browser,
      connect: textOption(call, 'connect'),
      isHeaded: values.headed === true,
      until: textOption(call, 'until'),
      script,
      redaction,
      language,
      note: (text) => output.note(`${inert(text)}\n`),
    });
    writeReport(report, textsOption(call, 'out'));
    const code = printSummary(report.exchanges, language, output);
    printRequests(report, language, output, { all: values.all === true });
    return code;
  },
};

/** @throws UsageError if there is no such file, or it has no function */
async function scriptOf(call: Call): Promise<PageScript | null> {
  const path = textOption(call, 'script');
  if (path === null) return null;
  if (!existsSync(path)) throw new UsageError(`--script ${path}: ENOENT`);
  try {
    const { default: run }: { default?: unknown } = await import(pathToFileURL(resolve(path)).href);
    if (typeof run === 'function') return run as PageScript;
  } catch (error) {
    const words = cliWords.in(call.language).inspect;
    const isTypeScript =
      error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_FILE_EXTENSION';
    throw new UsageError(`--script ${path}: ${isTypeScript ? words.needsNewerNode : firstLine(error)}`);
  }
  throw new UsageError(`--script ${path}: export default async (page) => { … }`);
}

import type { Language } from '../../prose';
import { cliWords } from '../../prose/cli-words';
import { asWholeNumber } from '../../protocol/bounded';
import type { Log } from '../../recording/log/log';
import { fixAnswer, reportAnswer, verifyAnswer } from '../../report/agent-answer';
import type { Report } from '../../report/model';
import type { Corscope } from './automation';
import { loadForReports } from './report-of';

/** A tool that an agent which is attached to the browser can call. */
interface AgentTool {
  readonly name: string;
  readonly description: string;
  /** A JSON schema. */
  readonly inputSchema: object;
  execute(input: unknown): Promise<string>;
}

/** What an agent asks a page for its tools with. @see https://github.com/ChromeDevTools/chrome-devtools-mcp */
interface ToolDiscovery extends Event {
  respondWith?(group: {
    readonly name: string;
    readonly description: string;
    readonly tools: readonly AgentTool[];
  }): void;
}

/** The parts of the panel that the tools use. */
export interface AgentContext extends Pick<Corscope, 'idle' | 'report'> {
  readonly version: string;
  readonly language: Language;
  readonly log: Log;
  /** Loads the recorded tab again. */
  reload(): Promise<void>;
}

const maxTextLength = 1_000_000;
const [reloadMs, pollMs] = [10_000, 25];

/**
 * Offers the recording to an agent that is attached to the browser, as `corscope mcp` does to others. Without `check`: an
 * extension sends nothing to a server.
 */
export async function offerTools(context: AgentContext): Promise<void> {
  const { language } = context;
  await loadForReports(language);
  const { attached: description } = cliWords.in(language).agent;
  const tools = agentTools(context);
  addEventListener('devtoolstooldiscovery', (event: ToolDiscovery) => {
    event.respondWith?.({ name: 'CORScope', description, tools });
  });
}

/** Loads the recorded tab again, and waits until its new document is recorded. */
async function reloaded({ log, reload }: AgentContext): Promise<void> {
  const atMs = Date.now();
  const isNew = () =>
    log.entries.some(({ facts: { kind, startedAtMs } }) => kind === 'document' && startedAtMs >= atMs);
  await reload();
  while (!isNew() && Date.now() < atMs + reloadMs)
    await new Promise((resolve) => setTimeout(resolve, pollMs));
}

function agentTools(context: AgentContext): readonly AgentTool[] {
  const { version, language, idle, report } = context;
  const words = cliWords.in(language).agent;
  const recorded = async (): Promise<Report> => {
    // What is still open is reported as it is.
    await idle().catch(() => {});
    return report({ redact: 'readable', language });
  };
  const text = (description: string) => ({ type: 'string', description });
  const tool = (
    name: string,
    description: string,
    properties: Readonly<Record<string, object>>,
    execute: (input: Readonly<Record<string, unknown>>) => Promise<string>,
  ): AgentTool => ({
    name: `corscope_${name}`,
    description,
    inputSchema: { type: 'object', properties, additionalProperties: false },
    execute: (input) => execute(typeof input === 'object' && input !== null ? { ...input } : {}),
  });
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return [
    tool('inspect', words.inspectAttached, {}, async () => {
      await reloaded(context);
      return reportAnswer(await recorded(), null, 1, language);
    }),
    tool(
      'blocked',
      words.blockedAttached,
      { from: { type: 'integer', minimum: 1, description: words.parameters.from } },
      async ({ from }) => reportAnswer(await recorded(), null, asWholeNumber(from) || 1, language),
    ),
    tool('explain', words.tools.explain, { text: text(words.parameters.text) }, async ({ text: given }) => {
      const [{ readFile }, { textSource }, { problemText }, { reportOfFile }] = await Promise.all([
        import('../../files/read-file'),
        import('../../files/file-source'),
        import('../../files/problem-text'),
        import('../../files/file-report'),
      ]);
      const file = await readFile(textSource('text', (textOf(given) ?? '').slice(0, maxTextLength)));
      if ('code' in file) return problemText(file, cliWords.in(language).problems);
      const browser = { name: 'chrome', version: '' } as const;
      const options = { version, language, browser, redaction: 'readable' } as const;
      return reportAnswer(reportOfFile(file, options), null, 1, language);
    }),
    tool('fix', words.tools.fix, { stack: text(words.parameters.stack) }, async ({ stack }) => {
      const [{ readReport }, { fixTexts }] = await Promise.all([
        import('../../files/read-report'),
        import('../../files/fix-texts'),
      ]);
      const file = readReport('report', JSON.parse(JSON.stringify(await recorded())));
      const texts = fixTexts(file, { stack: textOf(stack), server: null, language });
      if ('problem' in texts) return texts.problem;
      return fixAnswer(texts, language);
    }),
    tool('verify', words.verifyAttached, {}, async () => {
      const before = await recorded();
      await reloaded(context);
      return verifyAnswer(before, await recorded(), null, language);
    }),
  ];
}

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { isToken, normalizeMethod, originOf, parseUrl } from '../../engine';
import { reportOfFile } from '../../files/file-report';
import { textSource } from '../../files/file-source';
import { fixTexts } from '../../files/fix-texts';
import { readReport } from '../../files/read-report';
import type { Language } from '../../prose';
import { browserLabel } from '../../prose/browser-label';
import { cliWords } from '../../prose/cli-words';
import { fixAnswer, reportAnswer, verifyAnswer } from '../../report/agent-answer';
import { brief, briefMarkdown } from '../../report/brief';
import type { Report } from '../../report/model';
import { judgeProbe } from '../check/judge-probe';
import { probe } from '../check/probe';
import { readInput, readSource } from '../input';
import { type Inspection, inspectPage } from '../inspect-page';
import { UsageError } from '../usage-error';

/** Reports are kept for later questions, the newest of them. */
const maxReports = 20;

/** A report, and how its page was inspected; null if it is of a file. */
interface Kept {
  readonly report: Report;
  readonly inspection: Asked | null;
}

/** What an agent says about the page to inspect. */
type Asked = Pick<Inspection, 'url' | 'until' | 'browser' | 'connect'>;

/** An agent sees no progress. */
const silent = { progress: () => {} };

/** Returns a server for coding agents. Its answers contain no secrets: reports are redacted before they are kept. */
export function agentServer(version: string, language: Language): McpServer {
  const words = cliWords.in(language).agent;
  const server = new McpServer({ name: 'corscope', version }, { instructions: words.instructions });
  const reports = new Map<string, Kept>();
  let count = 0;
  const keep = (kept: Kept): string => {
    const handle = `r${++count}`;
    reports.set(handle, kept);
    const [oldest] = reports.keys();
    if (reports.size > maxReports && oldest !== undefined) reports.delete(oldest);
    return handle;
  };
  const kept = (handle: string): Kept => {
    const found = reports.get(handle);
    if (!found) throw new UsageError(words.unknownHandle(handle, [...reports.keys()].join(', ')));
    return found;
  };
  const inspected = (inspection: Asked) =>
    inspectPage({ ...inspection, redaction: 'readable', language, note: () => {} });

  const url = z.url({ protocol: /^https?$/ });
  const handle = z.string().describe(words.parameters.report);

  server.registerTool(
    'inspect',
    {
      description: words.tools.inspect,
      inputSchema: {
        url,
        until: z.string().optional().describe(words.parameters.until),
        browser: z.enum(['chrome', 'firefox']).optional(),
        connect: z.string().optional().describe(words.parameters.connect),
      },
    },
    ({ url: page, until = null, browser = 'chrome', connect = null }) =>
      answered(async () => {
        const inspection = { url: page, until, browser, connect };
        const report = await inspected(inspection);
        return reportAnswer(report, keep({ report, inspection }), 1, language);
      }),
  );
  server.registerTool(
    'blocked',
    {
      description: words.tools.blocked,
      inputSchema: { report: handle, from: z.int().min(1).describe(words.parameters.from) },
    },
    ({ report, from }) => answered(() => reportAnswer(kept(report).report, report, from, language)),
  );
  server.registerTool(
    'explain',
    {
      description: words.tools.explain,
      inputSchema: {
        text: z.string().optional().describe(words.parameters.text),
        path: z.string().optional().describe(words.parameters.path),
      },
    },
    ({ text, path }) =>
      answered(async () => {
        if ((text === undefined) === (path === undefined)) throw new UsageError(words.textOrPath);
        const file = await (path === undefined
          ? readSource(textSource('text', text ?? ''), 'text', language, silent)
          : readInput(path, language, silent));
        const browser = { name: 'chrome', version: '' } as const;
        const report = reportOfFile(file, { version, language, browser, redaction: 'readable' });
        return reportAnswer(report, keep({ report, inspection: null }), 1, language);
      }),
  );
  server.registerTool(
    'check',
    {
      description: words.tools.check,
      inputSchema: {
        url,
        origin: z.string().describe(words.parameters.origin),
        method: z.string().optional(),
        headers: z.array(z.string()).optional().describe(words.parameters.headers),
        credentials: z.boolean().optional(),
      },
    },
    ({ url: target, origin, method = 'GET', headers = [], credentials = false }) =>
      answered(async () => {
        const page = originOf(parseUrl(origin)?.href ?? '');
        if (page === 'null' || !isToken(method) || !headers.every(isToken))
          throw new UsageError(words.notValid);
        const exchange = await probe({
          ...{ url: target, origin: page, method: normalizeMethod(method), credentials },
          headers: headers.map((name) => [name, 'corscope'] as const),
        });
        return judgeProbe(exchange, { version, language })
          .map(({ browser, request }) => {
            const lines = brief(request, language);
            return `${browserLabel({ name: browser })}\n\n${briefMarkdown(lines, 1)}`;
          })
          .join('\n\n');
      }),
  );
  server.registerTool(
    'fix',
    {
      description: words.tools.fix,
      inputSchema: { report: handle, stack: z.string().optional().describe(words.parameters.stack) },
    },
    ({ report, stack }) =>
      answered(() => {
        const file = readReport('report', JSON.parse(JSON.stringify(kept(report).report)));
        const texts = fixTexts(file, { stack: stack ?? null, server: null, language });
        if ('problem' in texts) throw new UsageError(texts.problem);
        return fixAnswer(texts, language);
      }),
  );
  server.registerTool(
    'verify',
    { description: words.tools.verify, inputSchema: { report: handle } },
    ({ report }) =>
      answered(async () => {
        const { report: before, inspection } = kept(report);
        if (!inspection) throw new UsageError(words.notInspected);
        const after = await inspected(inspection);
        return verifyAnswer(before, after, keep({ report: after, inspection }), language);
      }),
  );
  return server;
}

/** Returns a tool's answer, or what went wrong in a form that the agent can read. */
async function answered(answer: () => string | Promise<string>) {
  try {
    return { content: [{ type: 'text' as const, text: await answer() }] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { content: [{ type: 'text' as const, text: error.message }], isError: true };
  }
}

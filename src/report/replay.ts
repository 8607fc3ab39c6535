import { preflightHeaders } from '../engine';
import type { Language } from '../prose';
import { cliWords } from '../prose/cli-words';
import { shortUrl } from '../prose/short-url';
import type { ExplainedExchange } from '../recording/requests/explain-exchanges';
import { asPosixCurl } from './copy/as-curl';
import { asFetch, quotedForScript } from './copy/as-fetch';
import { pageHeaders } from './copy/page-headers';
import { type SentRequest, sentRequest } from './copy/sent-request';
import { curl, headerLine, isPrintable } from './curl';
import { codeBlock, escapeMarkdown, inlineCode } from './escape-markdown';
import { posixWord } from './posix-words';
import { asked, originHeader } from './ticket-http';

/** The request to send again. It should be redacted, because what is written goes into issues and repositories. */
export type ReplaySource = Pick<ExplainedExchange, 'facts' | 'verdict'>;

/**
 * Returns what sends a request again, in Markdown: commands for a shell, code for the console of a page, a test that fails
 * as long as the browser blocks the request, and a line for CI. null if the request was not fully recorded.
 */
export function replayKit(source: ReplaySource, language: Language): string | null {
  const request = sentRequest(source.facts);
  if (!request) return null;
  const { replay: words } = cliWords.in(language);
  const parts: readonly (readonly [string, string, string | null])[] = [
    [words.preflight, 'sh', preflightCommand(source, request)],
    [words.request, 'sh', asPosixCurl(source.facts)?.text ?? null],
    [words.fetch, 'js', asFetch(source.facts, source.verdict)?.text ?? null],
    [words.test, 'ts', playwrightTest(source, request, words.testComment)],
    [words.check, 'sh', checkCommand(source, request)],
  ];
  return [
    `## ${escapeMarkdown(words.title)} ${inlineCode(`${request.method} ${shortUrl(request.url)}`)}`,
    ...parts.flatMap(([title, syntax, text]) =>
      text === null ? [] : [escapeMarkdown(title), codeBlock(syntax, text.split('\n'))],
    ),
    escapeMarkdown(words.note),
  ].join('\n\n');
}

function preflightCommand({ verdict }: ReplaySource, { url }: SentRequest): string | null {
  const [hop] = verdict.exchange.hops;
  if (verdict.requestClass !== 'preflighted' || !hop) return null;
  // The first of the preflight's headers is Accept, which curl sends itself.
  return curl('OPTIONS', url, [
    ...originHeader(verdict, 0),
    ...preflightHeaders(asked(hop, verdict)).slice(1),
  ]);
}

/** Whether a page's fetch() sends such a request to another origin. */
function isFetch({ facts, verdict }: ReplaySource): boolean {
  const { requestClass, mode } = verdict;
  const isOfPage = facts.origin !== null && /^https?:/.test(facts.origin);
  return isOfPage && mode.value === 'cors' && (requestClass === 'simple' || requestClass === 'preflighted');
}

function playwrightTest(source: ReplaySource, { method, url }: SentRequest, comment: string): string | null {
  const call = asFetch(source.facts, source.verdict);
  const { origin } = source.facts;
  if (!isFetch(source) || !call || origin === null) return null;
  return [
    "import { test } from '@playwright/test';",
    '',
    `// ${comment}`,
    `test(${quotedForScript(`${origin} reads ${method} ${url}`)}, async ({ page }) => {`,
    `  await page.goto(${quotedForScript(`${origin}/`)});`,
    '  await page.evaluate(async () => {',
    ...call.text.split('\n').map((line) => `    ${line}`),
    '  });',
    '});',
  ].join('\n');
}

function checkCommand(source: ReplaySource, { method, url }: SentRequest): string | null {
  const { facts, verdict } = source;
  if (!isFetch(source) || facts.origin === null || !/^https?:/.test(url)) return null;
  const headers = pageHeaders(facts, verdict).map(headerLine).filter(isPrintable);
  return [
    `npx corscope check ${posixWord(url)} --origin ${posixWord(facts.origin)}`,
    ...(method === 'GET' ? [] : [`--method ${posixWord(method)}`]),
    ...headers.map((line) => `--header ${posixWord(line)}`),
    ...(verdict.credentialsMode.value === 'include' ? ['--credentials'] : []),
  ].join(' \\\n  ');
}

import { readFileSync } from 'node:fs';
import type { Header } from '../../engine';
import { isToken, normalizeMethod, originOf, parseUrl } from '../../engine';
import { browserLabel } from '../../prose/browser-label';
import { cliWords } from '../../prose/cli-words';
import { brief } from '../../report/brief';
import { holdPolicy, type PolicyCheck } from '../check/hold-policy';
import { judgeProbe } from '../check/judge-probe';
import { readPolicyFile } from '../check/policy-file';
import { probe } from '../check/probe';
import { type Call, type Command, textOption, textsOption } from '../command';
import { briefText, inert, styled } from '../terminal';
import { UsageError } from '../usage-error';

/** Sends the real preflight and request to a server, or holds a whole policy against it. */
export const check: Command = {
  options: {
    origin: { type: 'string' },
    method: { type: 'string' },
    header: { type: 'string', multiple: true },
    credentials: { type: 'boolean' },
    server: { type: 'string' },
  },
  async run(call) {
    const [target, ...others] = call.positionals;
    if (target === undefined || others.length > 0)
      throw new UsageError('corscope check URL --origin ORIGIN, corscope check POLICY.json --server URL');
    return /^https?:/i.test(target) ? checkUrl(target, call) : checkPolicy(target, call);
  },
};

type CheckWords = ReturnType<typeof cliWords.in>['check'];

async function checkUrl(target: string, call: Call): Promise<number> {
  const { language, output, version, values } = call;
  const words = cliWords.in(language).check;
  const url = parseUrl(target)?.href;
  const origin = originOption(call);
  const method = textOption(call, 'method') ?? 'GET';
  if (url === undefined) throw new UsageError(`${target}: ${words.notUrl}`);
  if (!isToken(method)) throw new UsageError(`--method ${method}: ${words.notMethod}`);
  const exchange = await probe({
    url,
    origin,
    method: normalizeMethod(method),
    headers: textsOption(call, 'header').map((text) => toHeader(text, words)),
    credentials: values.credentials === true,
  });
  const results = judgeProbe(exchange, { version, language });
  const browsersOf = new Map<string, string[]>();
  for (const { browser, request } of results) {
    const text = briefText(brief(request, language), 1, output);
    browsersOf.set(text, [...(browsersOf.get(text) ?? []), browserLabel({ name: browser })]);
  }
  for (const [text, browsers] of browsersOf) {
    output.write(`${styled(words.in(browsers), 'strong', output)}\n${text}\n`);
  }
  return results.some(({ request }) => request.outcome === 'blocked') ? 1 : 0;
}

async function checkPolicy(path: string, call: Call): Promise<number> {
  const { language, output } = call;
  const server = textOption(call, 'server');
  if (server === null || !/^https?:/i.test(server))
    throw new UsageError('corscope check POLICY.json --server URL');
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const checks = await holdPolicy(server, readPolicyFile(path, text));
  const words = cliWords.in(language).check;
  const broken = checks.filter(({ isKept }) => !isKept);
  const requestsOf = new Map<string, string[]>();
  for (const each of broken) {
    const said = `${words.rules[each.rule]} (${each.got})`;
    requestsOf.set(said, [...(requestsOf.get(said) ?? []), requestOf(each, words)]);
  }
  for (const [said, requests] of requestsOf) {
    output.write(`${styled(words.failed, 'strong', output)} ${inert(said)}\n`);
    for (const request of requests) output.write(`  ${inert(request)}\n`);
  }
  output.write(`${words.result(checks.length - broken.length, broken.length)}\n`);
  return broken.length > 0 ? 1 : 0;
}

function requestOf({ method, path, origin }: PolicyCheck, words: CheckWords): string {
  return `${method} ${path} ${words.from(origin)}`;
}

function originOption(call: Call): string {
  const text = textOption(call, 'origin');
  const origin = text === 'null' ? text : originOf(parseUrl(text ?? '')?.href ?? '');
  if (text === null || (origin === 'null' && text !== 'null'))
    throw new UsageError('--origin https://app.example');
  return origin;
}

/** @throws UsageError if it is no header */
function toHeader(text: string, words: CheckWords): Header {
  const [, name = '', value = ''] = /^([^:]*):?\s*(.*)$/s.exec(text) ?? [];
  if (!isToken(name) || /[\r\n\0]/.test(value)) throw new UsageError(`--header ${text}: ${words.notHeader}`);
  return [name, value];
}

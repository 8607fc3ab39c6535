import { type Diagnosis, leadingCause } from '../../diagnosis/diagnose';
import { getHeader, type HeaderList, locationUrl, originOf } from '../../engine';
import { reportedCall } from '../../exchange/calls/page-report';
import { authorHeaders } from '../../exchange/verdict/author-headers';
import type { ExchangeFacts } from '../../protocol/facts';
import type { HintApi } from '../../protocol/page-hints';
import type { ClientRequest } from '../../remedy/client-fix';
import { type ClientFix, clientFixesFor } from '../../remedy/client-fixes';
import type { Subject } from './subject';

/** A request with what a change of its page depends on. */
interface PageRequest {
  readonly subject: Pick<Subject, 'facts' | 'verdict'>;
  readonly causes: readonly Diagnosis[];
}

/** Causes of which the fix is the URL that a redirect leads to. */
const redirects = /^((slash|https|www|bucket-region)-redirect|tainted-origin)$/;

/** Whether a request failed because of its page, and the page can be changed. */
export function isPageWrong({
  causes,
  verdict,
  clientFixes,
}: {
  readonly causes: readonly Diagnosis[];
  readonly verdict: Subject['verdict'];
  readonly clientFixes: readonly ClientFix[];
}): boolean {
  return clientFixes.length > 0 && leadingCause(causes, verdict)?.actor === 'front-end';
}

/** Returns a function for the changes of its page's code that a request of a recording needs. */
export function clientFixesIn(
  exchanges: readonly ExchangeFacts[],
): (request: PageRequest) => readonly ClientFix[] {
  const usesCredentials = credentialsIn(exchanges);
  return ({ subject, causes }) => {
    const { facts, verdict } = subject;
    if (verdict.requestClass === 'preflight') return [];
    return clientFixesFor(toClientRequest(facts, verdict, causes, usesCredentials));
  };
}

function toClientRequest(
  facts: ExchangeFacts,
  verdict: PageRequest['subject']['verdict'],
  causes: readonly Diagnosis[],
  usesCredentials: (facts: ExchangeFacts) => boolean,
): ClientRequest {
  const { exchange, findings, candidates } = verdict;
  const isUncertain = new Set(candidates).size > 1;
  const finding = isUncertain ? undefined : findings.find(({ severity }) => severity === 'error');
  const call = reportedCall(facts)?.call;
  const sent = facts.hops[0]?.requestHeaders ?? [];
  const leading = leadingCause(causes, verdict);
  return {
    exchange,
    finding: finding ?? null,
    causes: new Map(causes.map(({ code, values = {} }) => [code, values])),
    api: apiOf(call?.api ?? null),
    element: call?.element ? { name: call.element.name, crossOrigin: call.element.crossOrigin } : null,
    headers: authorHeaders(sent),
    usesCredentials: usesCredentials(facts),
    finalUrl: leading && redirects.test(leading.code) ? finalUrlOf(verdict, finding ?? null) : null,
  };
}

function apiOf(api: HintApi | null): ClientRequest['api'] {
  return api === 'fetch' || api === 'xhr' || api === 'event-source' || api === 'beacon' ? api : null;
}

/** Returns where the redirect leads at which a request failed, or the last of those before. */
function finalUrlOf(
  { exchange: { hops } }: PageRequest['subject']['verdict'],
  finding: ClientRequest['finding'],
): string | null {
  const hop = finding && hops[finding.hop];
  const response = finding?.on === 'preflight' ? hop?.preflight : hop?.response;
  const target = hop && response ? locationUrl(response, hop.url) : null;
  if (target !== null && target !== 'failure') return target;
  return hops.length > 1 ? (hops.at(-1)?.url ?? null) : null;
}

/** Returns whether credentials were seen with any request to the servers of a request. */
function credentialsIn(exchanges: readonly ExchangeFacts[]): (facts: ExchangeFacts) => boolean {
  let servers: Set<string> | null = null;
  return ({ hops }) => {
    servers ??= new Set(
      exchanges
        .flatMap((facts) => facts.hops)
        .filter(({ requestHeaders, response }) => hasCredentials(requestHeaders, response?.headerList))
        .map(({ url }) => originOf(url)),
    );
    return hops.some(({ url }) => servers?.has(originOf(url)));
  };
}

function hasCredentials(sent: HeaderList | null, received: HeaderList = []): boolean {
  const isLogin =
    sent !== null && /^(basic|digest|negotiate|ntlm) /i.test(getHeader(sent, 'Authorization') ?? '');
  return (
    isLogin ||
    (sent !== null && getHeader(sent, 'Cookie') !== null) ||
    getHeader(received, 'Set-Cookie') !== null
  );
}

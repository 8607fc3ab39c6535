import { requestKind } from '../../src/background/request-kind';
import type { AskedQuestion, PastedAnswer } from '../../src/diagnosis/answers';
import { type Diagnosis, openDiagnosis } from '../../src/diagnosis/diagnose';
import type { FetchResponse, HeaderList } from '../../src/engine';
import { judge } from '../../src/exchange/verdict/judge';
import type { ExchangeFacts, HopFacts } from '../../src/protocol/facts';
import type { PageEventFacts } from '../../src/protocol/page-events';
import type { PageCall } from '../../src/protocol/page-hints';
import { redactRecording } from '../../src/recording/redaction/redact';
import type { Redaction } from '../../src/recording/redaction/rules';
import { exchangeFacts } from '../support/facts';
import { headers } from '../support/http';
import { pageCall, pageWord, violation } from '../support/page-hints';

/** One request of a recording. `asked` is its method and URL. */
export interface Recorded {
  readonly asked: string;
  readonly from?: string;
  readonly type?: string;
  readonly mode?: 'cors' | 'no-cors' | 'navigate';
  /** Further request headers, one a line. */
  readonly sent?: string;
  readonly fromCache?: boolean;
  readonly internal?: HopFacts['internal'];
  /** The preflight's own request headers, and its response. */
  readonly asks?: string;
  readonly preflight?: FetchResponse;
  readonly preflightError?: string;
  readonly answer?: FetchResponse;
  /** The requests after redirects, with what they sent. */
  readonly next?: readonly {
    readonly asked: string;
    readonly sent?: string;
    readonly answer?: FetchResponse;
  }[];
  readonly error?: string;
  /** The call became no request. */
  readonly isUnsent?: boolean;
  /** The page's call, as far as it was observed. */
  readonly call?: Partial<PageCall>;
  /** Further facts of the request. */
  readonly facts?: Partial<ExchangeFacts>;
  /** Page events that were recorded with it. */
  readonly events?: readonly PageEventFacts[];
  /** The directive of a CSP that the page reported as violated. */
  readonly violation?: string;
}

const page = 'http://page.test';

/** How a recording is looked at. */
interface Looked {
  readonly redaction?: Redaction;
  /** What was pasted as answers to questions about its last request. */
  readonly answers?: readonly Omit<PastedAnswer, 'exchange'>[];
}

/** Returns the causes of the last request of a recording. */
export function diagnosed(recording: readonly Recorded[], looked: Looked = {}): readonly Diagnosis[] {
  const { diagnosis, last } = opened(recording, looked);
  return diagnosis.causesOf(last);
}

/** Returns the questions about the last request of a recording. */
export function asked(recording: readonly Recorded[], looked: Looked = {}): readonly AskedQuestion[] {
  const { diagnosis, last } = opened(recording, looked);
  return diagnosis.questionsOf(last);
}

function opened(recording: readonly Recorded[], { redaction = 'everything', answers = [] }: Looked) {
  const whole = recording.flatMap((recorded, index) => factsOf(recorded, index));
  const isRequest = ({ preflightFor }: ExchangeFacts) => preflightFor === null;
  const exchange = whole.findLast(isRequest)?.id ?? '';
  const left = redactRecording(
    {
      page: { url: '', title: null, frames: [] },
      exchanges: whole,
      pageEvents: recording.flatMap(({ events = [] }) => events),
      audit: null,
      stars: [],
      storedCookies: null,
      answers: answers.map((answer) => ({ ...answer, exchange })),
    },
    redaction,
  );
  const byId = new Map(left.exchanges.map((facts) => [facts.id, facts]));
  const lookup = (id: string) => byId.get(id);
  const diagnosis = openDiagnosis({
    browser: 'chrome',
    exchanges: left.exchanges,
    pageEvents: left.pageEvents,
    answers: left.answers ?? [],
    lookup,
    verdictOf: (facts) => judge(facts, 'chrome', lookup),
  });
  const last = left.exchanges.findLast(isRequest);
  if (!last) throw new Error('test: no request is recorded');
  return { diagnosis, last };
}

/** Returns the facts of one recorded request, and those of its preflight. */
export function factsOf(recorded: Recorded, index: number): readonly ExchangeFacts[] {
  const { asked, from = page, type = 'xmlhttprequest', mode = 'cors', sent = '', error } = recorded;
  const startedAtMs = 1_000 * (index + 1);
  const id = `${index}`;
  const origin = mode === 'cors' ? `Origin: ${from}\n` : '';
  const own = headers(`Sec-Fetch-Mode: ${mode}\n${origin}${sent}`);
  const steps = [
    { asked, headers: own, answer: recorded.answer },
    ...(recorded.next ?? []).map((step) => ({
      ...step,
      headers: headers(`Sec-Fetch-Mode: ${mode}\n${step.sent ?? origin}`),
    })),
  ];
  const hops = steps.map((step, hop): Partial<HopFacts> => {
    const [method = '', url = ''] = step.asked.split(' ');
    const isLast = hop === steps.length - 1;
    return {
      method,
      url,
      startedAtMs,
      requestHeaders:
        (recorded.preflight || recorded.preflightError) && !recorded.answer ? null : step.headers,
      response: step.answer ?? null,
      ...(error !== undefined && { responseStartedAtMs: null }),
      ...(!step.answer && { headersAtMs: null, serverIp: null, fromCache: null }),
      redirectedTo: isLast ? null : (steps[hop + 1]?.asked.split(' ')[1] ?? null),
      ...(step.answer && { fromCache: recorded.fromCache ?? false }),
      internal: hop === 0 ? (recorded.internal ?? null) : null,
      preflight: hop === 0 && (recorded.preflight || recorded.preflightError) ? `${id} preflight` : null,
    };
  });
  const status = steps.at(-1)?.answer?.status;
  const part = { type, kind: requestKind(type), origin: from, startedAtMs };
  const call =
    recorded.call && pageCall({ atMs: startedAtMs, url: asked.split(' ')[1] ?? '', ...recorded.call });
  const violations = recorded.violation
    ? [violation({ directive: recorded.violation, blockedUrl: asked.split(' ')[1] ?? '' })]
    : [];
  const request = exchangeFacts(hops, {
    ...part,
    id,
    requestId: recorded.isUnsent ? '' : id,
    page: call ? pageWord(call, violations) : null,
    end: recorded.isUnsent
      ? { how: 'closed', atMs: startedAtMs + 9, because: 'never-seen' }
      : error !== undefined
        ? { how: 'failed', atMs: startedAtMs + 9, error }
        : { how: 'completed', atMs: startedAtMs + 9, status: status ?? 0 },
    ...recorded.facts,
  });
  if (!recorded.preflight && recorded.preflightError === undefined) return [request];
  const [method = '', url = ''] = asked.split(' ');
  const asks: HeaderList = headers(
    `Origin: ${from}\nAccess-Control-Request-Method: ${method}\n${recorded.asks ?? ''}`,
  );
  const preflight = exchangeFacts(
    [
      {
        method: 'OPTIONS',
        url,
        startedAtMs,
        requestHeaders: asks,
        response: recorded.preflight ?? null,
        ...(!recorded.preflight && { headersAtMs: null, responseStartedAtMs: null }),
      },
    ],
    {
      ...part,
      id: `${id} preflight`,
      requestId: `${id} preflight`,
      preflightFor: { exchange: id, hop: 0 },
      end:
        recorded.preflightError === undefined
          ? { how: 'completed', atMs: startedAtMs + 5, status: recorded.preflight?.status ?? 0 }
          : { how: 'failed', atMs: startedAtMs + 5, error: recorded.preflightError },
    },
  );
  return [request, preflight];
}

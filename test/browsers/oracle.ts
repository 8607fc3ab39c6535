import type { Page } from 'playwright';
import { until } from '../../src/cli/browsers/until';
import { type CorsErrorStatus, type Target, type Targets, targetOf } from './cdp';
import type { ConsoleMessage, FirefoxWindow } from './firefox-window';

/**
 * Chromium's own view of one request. The hops of a redirect are one request; a preflight is a separate one.
 */
export interface ChromiumVerdict {
  /** The first URL, then the redirect targets. */
  readonly urls: readonly string[];
  readonly method: string;
  readonly isPreflight: boolean;
  /** The status of the last response; null if none was reported. */
  readonly status: number | null;
  /** Whether its body has ended. Chromium never reports that for a response that the page may not read. */
  readonly finished: boolean;
  /** The error, such as `net::ERR_FAILED`; null if it did not fail. */
  readonly errorText: string | null;
  readonly corsError: string | null;
  readonly failedParameter: string | null;
  readonly blockedReason: string | null;
}

/** Chromium's view of the requests of a page, its frames and its workers. */
export interface ChromiumOracle {
  /**
   * Resolves with the verdicts on requests whose first URL contains `text`, once each is answered or has
   * failed.
   */
  verdicts(text: string): Promise<readonly ChromiumVerdict[]>;
  /** Whether Chromium has reported such a request yet. */
  hasHeardOf(text: string): boolean;
  /** How many workers it listens to. Each reports the requests that it makes from then on. */
  readonly workers: number;
}

/**
 * Listens to Chromium's events for `page` until the page closes. Call this before the page makes a request.
 */
export async function chromiumOracle(targets: Targets, page: Page): Promise<ChromiumOracle> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const requests = new Map<string, Writable<ChromiumVerdict>>();
  let workers = 0;
  await listen(await targets.attach(targetInfo), requests, () => {
    workers++;
  });

  const about = (text: string) => [...requests.values()].filter(({ urls }) => urls[0]?.includes(text));
  return {
    hasHeardOf: (text) => about(text).length > 0,
    get workers() {
      return workers;
    },
    verdicts: (text) =>
      until(`an answer to each request of "${text}"`, () => {
        const found = about(text);
        const isComplete = found.some(({ isPreflight }) => !isPreflight) && found.every(isOver);
        return isComplete && found;
      }),
  };
}

function isOver({ status, errorText, corsError }: ChromiumVerdict): boolean {
  return status !== null || errorText !== null || corsError !== null;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Listens to one target and to the targets that it starts. */
async function listen(
  target: Target,
  requests: Map<string, Writable<ChromiumVerdict>>,
  onWorker: () => void,
): Promise<void> {
  const update = (requestId: string, change: Partial<ChromiumVerdict>) => {
    const known = requests.get(requestId);
    if (known) Object.assign(known, change);
  };
  target.on('Network.requestWillBeSent', ({ requestId, request: { url, method }, initiator }) => {
    const known = requests.get(requestId);
    if (known) known.urls = [...known.urls, url];
    else requests.set(requestId, unanswered(url, method, initiator.type === 'preflight'));
  });
  target.on('Network.responseReceived', ({ requestId, response }) =>
    update(requestId, { status: response.status }),
  );
  target.on('Network.loadingFinished', ({ requestId }) => update(requestId, { finished: true }));
  target.on('Network.loadingFailed', ({ requestId, errorText, blockedReason, corsErrorStatus }) => {
    update(requestId, { errorText, blockedReason: blockedReason ?? null, ...corsError(corsErrorStatus) });
  });
  target.on('Audits.issueAdded', ({ issue }) => {
    const { corsIssueDetails: details } = issue.details;
    if (!details || details.isWarning) return;
    const { requestId = `issue of ${details.request.url}`, url } = details.request;
    // A request that never left the browser has an issue but no network event.
    if (details.request.requestId === undefined) requests.set(requestId, unanswered(url, 'GET', false));
    if (requests.get(requestId)?.corsError === null) update(requestId, corsError(details.corsErrorStatus));
  });
  target.on('Target.attachedToTarget', ({ sessionId }) => {
    listen(targetOf(target, sessionId), requests, onWorker).then(onWorker, () => {});
  });

  await target.send('Network.enable');
  await target.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false,
  });
  // Workers do not have the Audits domain.
  await target.send('Audits.enable').catch(() => {});
  await target.send('Runtime.runIfWaitingForDebugger');
}

function unanswered(url: string, method: string, isPreflight: boolean): ChromiumVerdict {
  return {
    urls: [url],
    method,
    isPreflight,
    status: null,
    finished: false,
    errorText: null,
    corsError: null,
    failedParameter: null,
    blockedReason: null,
  };
}

function corsError(status: CorsErrorStatus | undefined): Partial<ChromiumVerdict> {
  return status ? { corsError: status.corsError, failedParameter: status.failedParameter } : {};
}

/** Firefox's view of requests, from its console. */
export interface FirefoxOracle {
  /** The messages about a URL that contains `text`, in order. */
  messages(text: string): Promise<readonly ConsoleMessage[]>;
  /** Resolves with them once there is one. */
  firstMessages(text: string): Promise<readonly ConsoleMessage[]>;
}

/** Listens to Firefox's console from now on. Firefox does not log allowed requests. */
export async function firefoxOracle(firefox: Pick<FirefoxWindow, 'watchConsole'>): Promise<FirefoxOracle> {
  const watched = await firefox.watchConsole();
  const messages = async (text: string) =>
    (await watched.messages()).filter((message) => message.text.includes(text));
  return {
    messages,
    firstMessages: (text) =>
      until(`Firefox to say something of "${text}"`, async () => {
        const found = await messages(text);
        return found.length > 0 && found;
      }),
  };
}

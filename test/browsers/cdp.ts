import type { Browser, CDPSession } from 'playwright';
import { until } from '../../src/cli/browsers/until';

/** The events that the drivers listen to, reduced to the fields that they read. */
export interface CdpEvents {
  'Target.attachedToTarget': { readonly sessionId: string; readonly targetInfo: TargetInfo };
  'Target.receivedMessageFromTarget': { readonly sessionId: string; readonly message: string };
  'Network.requestWillBeSent': {
    readonly requestId: string;
    readonly request: { readonly url: string; readonly method: string };
    readonly initiator: { readonly type: string };
    readonly redirectResponse?: { readonly status: number };
  };
  'Network.responseReceived': { readonly requestId: string; readonly response: { readonly status: number } };
  'Network.loadingFinished': { readonly requestId: string };
  'Network.loadingFailed': {
    readonly requestId: string;
    readonly errorText: string;
    readonly blockedReason?: string;
    readonly corsErrorStatus?: CorsErrorStatus;
  };
  'Audits.issueAdded': {
    readonly issue: {
      readonly code: string;
      readonly details: {
        readonly corsIssueDetails?: {
          readonly corsErrorStatus: CorsErrorStatus;
          readonly isWarning: boolean;
          readonly request: { readonly requestId?: string; readonly url: string };
        };
      };
    };
  };
}

/** Chromium's own code for why a request failed the CORS protocol. */
export interface CorsErrorStatus {
  readonly corsError: string;
  readonly failedParameter: string;
}

/** Chromium's description of a target: a tab, a frame, a worker, or DevTools itself. */
export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly title: string;
}

/** A connection to one target, over Playwright's own pipe, without a debugging port. */
export interface Target {
  readonly send: CDPSession['send'];
  on<Name extends keyof CdpEvents>(name: Name, listener: (payload: CdpEvents[Name]) => void): void;
  /** Evaluates an expression and awaits it. The value must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  screenshot(): Promise<Buffer>;
}

/** Every target of a browser. */
export interface Targets {
  list(): Promise<readonly TargetInfo[]>;
  /** Resolves with the first target that `matches`, now or soon. */
  find(matches: (target: TargetInfo) => boolean): Promise<TargetInfo>;
  attach(target: Pick<TargetInfo, 'targetId'>): Promise<Target>;
  /** Opens DevTools on a tab. */
  openDevTools(tab: Pick<TargetInfo, 'targetId'>): Promise<void>;
  /**
   * Stops an extension's service worker as its idle timer would. The next event starts another one, which may
   * have the same target. That it stopped is only visible in its ports, or if no event calls it again.
   */
  stopServiceWorker(extensionId: string): Promise<void>;
}

/** Opens the targets of a browser, including those of DevTools and extensions. */
export async function openTargets(browser: Browser): Promise<Targets> {
  const session = await browser.newBrowserCDPSession();
  const root: Pick<Target, 'send' | 'on'> = {
    send: session.send.bind(session),
    on: (name, listener) => void session.on(name, listener as (payload: unknown) => void),
  };
  // One empty filter entry selects targets of every type.
  const list = async () => (await root.send('Target.getTargets', { filter: [{}] })).targetInfos;

  return {
    list,
    find: (matches) => until('a target', async () => (await list()).find(matches)),
    async attach({ targetId }) {
      const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
      return targetOf(root, sessionId);
    },
    async openDevTools({ targetId }) {
      await session.send('Target.openDevTools' as 'Target.activateTarget', { targetId });
    },
    async stopServiceWorker(extensionId) {
      const workers = (await list()).filter(
        ({ type, url }) => type === 'service_worker' && new URL(url).host === extensionId,
      );
      for (const { targetId } of workers) await root.send('Target.closeTarget', { targetId });
    },
  };
}

/** The target with that `sessionId` in `root`. */
export function targetOf(root: Pick<Target, 'send' | 'on'>, sessionId: string): Target {
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners: { readonly name: string; readonly listener: (payload: never) => void }[] = [];
  let lastId = 0;

  root.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message: Answer & { method?: string; params?: never } = JSON.parse(event.message);
    if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
    for (const { name, listener } of listeners) {
      if (name === message.method && message.params !== undefined) listener(message.params);
    }
  });

  const ask = (method: string, params: object = {}): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error }) => {
        if (error) reject(new Error(`browsers: ${method}: ${error.message}`));
        else resolve(result);
      });
      const message = JSON.stringify({ id, method, params });
      root.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  };
  const send = ask as CDPSession['send'];

  return {
    send,
    on: (name, listener) => void listeners.push({ name, listener }),
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      });
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    },
    async screenshot() {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
  };
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

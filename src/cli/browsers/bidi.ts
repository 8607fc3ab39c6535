import WebSocket from 'ws';

/** The result of each command that we send, reduced to the fields that we read. */
export interface BidiCommands {
  'session.new': unknown;
  'session.end': unknown;
  'browser.close': unknown;
  'webExtension.install': { readonly extension: string };
  'browsingContext.create': { readonly context: string };
  'browsingContext.navigate': { readonly url: string };
  'browsingContext.close': unknown;
  'browsingContext.activate': unknown;
  'browsingContext.getTree': { readonly contexts: readonly BidiContext[] };
  'browsingContext.captureScreenshot': { readonly data: string };
  'browsingContext.setViewport': unknown;
  'script.evaluate':
    | { readonly type: 'success'; readonly result: { readonly value?: string } }
    | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };
}

/** A WebDriver BiDi session. */
export interface Bidi {
  send<Method extends keyof BidiCommands>(method: Method, params?: object): Promise<BidiCommands[Method]>;
  /** Evaluates an expression in a browsing context and awaits it. The value must survive JSON. */
  evaluate<T>(context: string, expression: string): Promise<T>;
  close(): void;
}

/** A tab or a frame, with the frames in it. */
export interface BidiContext {
  readonly context: string;
  readonly url: string;
  readonly children: readonly BidiContext[] | null;
}

/** The capabilities that a session requests. */
export interface BidiCapabilities {
  readonly acceptInsecureCerts?: boolean;
}

/** Opens a session with the browser that listens at `url`. */
export async function openBidi(url: string, alwaysMatch: BidiCapabilities = {}): Promise<Bidi> {
  const socket = new WebSocket(`${url}/session`);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  socket.on('message', (data: Buffer) => {
    const answer: Answer = JSON.parse(data.toString());
    const asked = waiting.get(answer.id ?? 0);
    waiting.delete(answer.id ?? 0);
    if (answer.type === 'error') asked?.reject(new Error(`browsers: ${answer.error}: ${answer.message}`));
    else asked?.resolve(answer.result);
  });
  socket.on('close', () => {
    for (const asked of waiting.values()) asked.reject(new Error('browsers: Firefox has closed the session'));
    waiting.clear();
  });

  const send: Bidi['send'] = (method, params = {}) =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) throw new Error('browsers: Firefox has closed the session');
      lastId += 1;
      waiting.set(lastId, { resolve: resolve as (result: unknown) => void, reject });
      socket.send(JSON.stringify({ id: lastId, method, params }));
    });
  await send('session.new', { capabilities: { alwaysMatch } });

  return {
    send,
    async evaluate(context, expression) {
      const answer = await send('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})))()`,
        target: { context },
        awaitPromise: true,
      });
      if (answer.type === 'exception') throw new Error(`browsers: ${answer.exceptionDetails.text}`);
      return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
    },
    close: () => socket.close(),
  };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

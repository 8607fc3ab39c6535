/** The part of `runtime.Port` that a channel uses, so that a test can pass a plain object. */
export interface PortLike {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** A port that knows what may be said in each direction. */
export interface Channel<Incoming, Outgoing> {
  /** Says nothing if the port is closed: whoever closed it knows. */
  post(message: Outgoing): void;
  onMessage(listener: (message: Incoming) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

interface Message {
  readonly type: string;
}

/**
 * Gives a port its types. A message whose type is not in `accepts` throws: both ends ship in one
 * extension, so a stranger on the line is a bug, not an input.
 */
export function openChannel<Incoming extends Message, Outgoing extends Message>(
  port: PortLike,
  accepts: Readonly<Record<Incoming['type'], true>>,
): Channel<Incoming, Outgoing> {
  let isOpen = true;
  port.onDisconnect.addListener(() => {
    isOpen = false;
  });
  return {
    post: (message) => {
      if (isOpen) port.postMessage(message);
    },
    onMessage: (listener) =>
      port.onMessage.addListener((message) => {
        const { type } = message as Message;
        if (!Object.hasOwn(accepts, type)) throw new Error(`protocol: unknown message type "${type}"`);
        listener(message as Incoming);
      }),
    onClose: (listener) => port.onDisconnect.addListener(listener),
    close: () => {
      isOpen = false;
      port.disconnect();
    },
  };
}

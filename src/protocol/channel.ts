/** The part of `runtime.Port` that a channel uses, so that a test can pass a plain object. */
export interface PortLike {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** A port with a message type for each direction. */
export interface Channel<Incoming, Outgoing> {
  /** Does nothing if the port is closed, because the side that closed it knows. */
  post(message: Outgoing): void;
  onMessage(listener: (message: Incoming) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}

/** Opens a typed channel over a port. A message for which `parse` returns null is ignored. */
export function openChannel<Incoming, Outgoing>(
  port: PortLike,
  parse: (message: unknown) => Incoming | null,
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
        const parsed = isOpen ? parse(message) : null;
        if (parsed !== null) listener(parsed);
      }),
    onClose: (listener) => port.onDisconnect.addListener(listener),
    close: () => {
      isOpen = false;
      port.disconnect();
    },
  };
}

/** A script's access to a property of another origin's window, which it did not catch. */
export interface RefusedAccess {
  /** null where the browser does not name it. */
  readonly property: string | null;
  /** Where, as a line of a stack. */
  readonly place: string;
}

const chromium = /Blocked a frame with origin .* from accessing a cross-origin frame/;
const firefox = /Permission denied to (?:access|get|set) property .* on cross-origin object/;

/** Calls back with each; returns the function that stops it. */
export function observeRefusedAccess(refused: (access: RefusedAccess) => void): {
  listen(): void;
  stop(): void;
} {
  const onError = (event: Event) => {
    if (!(event instanceof ErrorEvent) || !event.isTrusted) return;
    const { message, filename, lineno, colno } = event;
    if (!chromium.test(message) && !firefox.test(message)) return;
    const [, property = null] = /property ['"]([^'"]{1,200})['"]/.exec(message) ?? [];
    refused({ property, place: `at ${filename}:${lineno}:${colno}` });
  };
  return {
    listen: () => window.addEventListener('error', onError, true),
    stop: () => window.removeEventListener('error', onError, true),
  };
}

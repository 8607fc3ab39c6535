/** The requests that wait until a test releases them, by name. */
export interface Holds {
  /** Resolves when `name` is released; at once if it already is. */
  wait(name: string): Promise<void>;
  /** Resolves when a request waits under `name`, so that a test can act while it does. */
  held(name: string): Promise<void>;
  /** Releases the requests that wait under `name`, now and later. */
  release(name: string): void;
}

/** No holds yet. */
export function openHolds(): Holds {
  const gates = new Map<string, { readonly held: Gate; readonly released: Gate }>();
  const gatesOf = (name: string) => {
    const known = gates.get(name) ?? { held: openGate(), released: openGate() };
    gates.set(name, known);
    return known;
  };

  return {
    wait(name) {
      const { held, released } = gatesOf(name);
      held.open();
      return released.opened;
    },
    held: (name) => gatesOf(name).held.opened,
    release: (name) => gatesOf(name).released.open(),
  };
}

interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

function openGate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** A command of a grid. */
export type GridCommand =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'first' | 'last' | 'open' | 'close' | 'copy' };

/** The part of a keyboard event that decides the command. */
export interface Keys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Returns the command for a key in a grid with `pageRows` visible rows; null if the key has no command. */
export function gridCommand(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Keys,
  pageRows: number,
): GridCommand | null {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'c' && !shiftKey && !altKey ? { kind: 'copy' } : null;
  if (altKey) return null;
  switch (key) {
    case 'ArrowDown':
      return { kind: 'move', by: 1 };
    case 'ArrowUp':
      return { kind: 'move', by: -1 };
    case 'PageDown':
      return { kind: 'move', by: Math.max(1, pageRows) };
    case 'PageUp':
      return { kind: 'move', by: -Math.max(1, pageRows) };
    case 'Home':
      return { kind: 'first' };
    case 'End':
      return { kind: 'last' };
    case 'Enter':
      return { kind: 'open' };
    case 'Escape':
      return { kind: 'close' };
    default:
      return null;
  }
}

/** Returns the row that a command moves to from row `now` of `count`; null if it moves to none. */
export function rowAfter(command: GridCommand, now: number, count: number): number | null {
  const last = count - 1;
  if (last < 0) return null;
  switch (command.kind) {
    case 'move':
      return Math.min(last, Math.max(0, now + command.by));
    case 'first':
      return 0;
    case 'last':
      return last;
    default:
      return null;
  }
}

/** Whether a key focuses the filter: `/`, or the find shortcut. */
export function isFindKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'f' && !shiftKey;
  return key === '/';
}

import { useRef, useState } from 'preact/hooks';
import { gridCommand, rowAfter } from './grid-keys';

const pageRows = 10;

interface RowKeysOptions {
  /** The ids of the rows, in the order in which they stand. */
  readonly ids: readonly string[];
  readonly selected: string | null;
  /** Selects the element of a row that is focused. */
  readonly stopSelector: string;
  onSelect(id: string | null): void;
}

/** Makes the body of a table one tab stop, in which arrow keys move between rows. */
export function useRowKeys({ ids, selected, stopSelector, onSelect }: RowKeysOptions) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const stop = ids.find((id) => id === (current ?? selected)) ?? ids[0] ?? null;

  function press(event: KeyboardEvent): void {
    const command = gridCommand(event, pageRows);
    if (command?.kind === 'close') onSelect(null);
    const next = command && rowAfter(command, stop === null ? 0 : ids.indexOf(stop), ids.length);
    const id = next === null ? undefined : ids[next];
    if (next === null || id === undefined) return;
    event.preventDefault();
    setCurrent(id);
    if (selected !== null) onSelect(id);
    body.current?.querySelectorAll<HTMLElement>(stopSelector)[next]?.focus();
  }

  return { body, stop, setCurrent, press };
}

import type { ComponentChildren } from 'preact';

interface FactProps {
  name: string;
  /** An explanation, shown as a tooltip. */
  note?: string;
  children: ComponentChildren;
}

/** Draws a name and its value in a list of facts. */
export function Fact({ name, note, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={note}>{children}</dd>
    </div>
  );
}

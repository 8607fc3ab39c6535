import type { ComponentChildren } from 'preact';

interface FactProps {
  name: string;
  /** What it means, where a word does not say it. */
  note?: string;
  children: ComponentChildren;
}

/** A name and what is known under it. */
export function Fact({ name, note, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={note}>{children}</dd>
    </div>
  );
}

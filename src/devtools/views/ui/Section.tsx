import type { ComponentChildren } from 'preact';

interface SectionProps {
  title: string;
  /** A count beside the title. */
  count?: number;
  children: ComponentChildren;
}

/** Draws a collapsible section of the detail. */
export function Section({ title, count, children }: SectionProps) {
  return (
    <details class="section" open>
      <summary>
        <h3>{title}</h3>
        {count !== undefined && <span class="count">{count}</span>}
      </summary>
      <div class="section-body">{children}</div>
    </details>
  );
}

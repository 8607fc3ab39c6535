import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Splitter } from './Splitter';
import { useMediaQuery } from './use-media-query';
import './split-view.css';

interface SplitViewProps {
  /** The CSS class of the view. */
  name: string;
  /** The initial share of the first part, between 0 and 1. */
  initialShare: number;
  /** Whether the parts are stacked even in a wide panel. */
  isStacked?: boolean;
  /** The accessible name of the splitter. */
  label: string;
  style?: Readonly<Record<string, string>>;
  /** The second part; null or false: only the first part is shown. */
  aside: ComponentChildren;
  children: ComponentChildren;
}

const wide = '(min-width: 720px)';

/** Draws a view of two parts with a splitter: side by side in a wide panel, otherwise stacked. */
export function SplitView(props: SplitViewProps) {
  const { name, initialShare, isStacked = false, label, style, aside, children } = props;
  const [share, setShare] = useState(initialShare);
  const isVertical = useMediaQuery(wide) && !isStacked;
  const hasAside = aside !== null && aside !== false;
  return (
    <main
      class={`split ${name} ${isVertical ? 'is-wide' : 'is-narrow'} ${hasAside ? 'has-detail' : ''}`}
      style={{ ...style, '--share': String(share) }}
    >
      {children}
      {hasAside && <Splitter isVertical={isVertical} share={share} label={label} onShare={setShare} />}
      {hasAside && aside}
    </main>
  );
}

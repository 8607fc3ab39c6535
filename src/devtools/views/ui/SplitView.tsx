import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Splitter } from './Splitter';
import { useMediaQuery } from './use-media-query';
import './split-view.css';

interface SplitViewProps {
  /** The view's own class. */
  name: string;
  /** What the first part has of the whole at first, between 0 and 1. */
  initialShare: number;
  /** One above the other, however wide the panel is. */
  isStacked?: boolean;
  /** What the splitter is called. */
  label: string;
  style?: Readonly<Record<string, string>>;
  /** The second part; null or false: the first has all the room. */
  aside: ComponentChildren;
  children: ComponentChildren;
}

const wide = '(min-width: 720px)';

/** A view of two parts with a splitter between them: side by side if the panel is wide, else stacked. */
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

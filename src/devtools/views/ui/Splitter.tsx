const step = 0.02;
const smallest = 0.15;

interface SplitterProps {
  /** Whether the parts are left and right, not top and bottom. */
  isVertical: boolean;
  /** The share of the first part, between 0 and 1. */
  share: number;
  label: string;
  onShare(share: number): void;
}

/** Draws the separator between two parts. The user drags it or moves it with the arrow keys. */
export function Splitter({ isVertical, share, label, onShare }: SplitterProps) {
  const set = (value: number) => onShare(Math.min(1 - smallest, Math.max(smallest, value)));

  function drag(event: PointerEvent): void {
    const { currentTarget: line, clientX, clientY } = event;
    if (!(line instanceof HTMLElement) || !line.hasPointerCapture(event.pointerId)) return;
    const whole = line.parentElement?.getBoundingClientRect();
    if (!whole) return;
    set(isVertical ? (clientX - whole.left) / whole.width : (clientY - whole.top) / whole.height);
  }

  function press(event: KeyboardEvent): void {
    const by = {
      ArrowLeft: -step,
      ArrowUp: -step,
      ArrowRight: step,
      ArrowDown: step,
      Home: -1,
      End: 1,
    }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(share + by);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr element cannot be moved
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isVertical ? 'vertical' : 'horizontal'}
      aria-valuemin={smallest * 100}
      aria-valuemax={(1 - smallest) * 100}
      aria-valuenow={Math.round(share * 100)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
      onDblClick={() => onShare(0.5)}
    />
  );
}

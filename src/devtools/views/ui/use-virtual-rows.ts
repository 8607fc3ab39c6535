import type { Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { useLater } from './use-later';

/** The rows that can be seen, out of many of one height. */
export interface VirtualRows {
  readonly items: readonly { readonly index: number }[];
  readonly totalHeight: number;
  /** How many rows fit. */
  readonly pageRows: number;
  /** Whether it can be scrolled to a row yet. */
  readonly canScroll: boolean;
  scrollToRow(index: number): void;
}

interface VirtualRowsOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  /** The height of the header, which stays on top of the rows. */
  readonly headerHeight: number;
  /** Whether rows come at the end, so that one who has scrolled there stays there. */
  readonly grows: boolean;
}

const overscan = 12;
/** As many rows as are drawn before it is known which can be seen. */
const firstRows = 40;

const loadCore = () => import('@tanstack/virtual-core');

/** Which rows to draw, as the scroller stands. */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { scroller, count, rowHeight, headerHeight, grows } = options;
  const [, redraw] = useReducer((version: number) => version + 1, 0);
  const core = useLater(loadCore, true);
  const made = useRef<Virtualizer<HTMLDivElement, HTMLDivElement> | null>(null);
  const settings = core && {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    observeElementRect: core.observeElementRect,
    observeElementOffset: core.observeElementOffset,
    scrollToFn: core.elementScroll,
    onChange: () => redraw(undefined),
  };
  if (core && settings) made.current ??= new core.Virtualizer(settings);
  const virtualizer = made.current;
  const wasAtEnd = grows && (virtualizer?.scrollOffset ?? 0) > 0 && virtualizer?.isAtEnd(rowHeight);
  if (virtualizer && settings) virtualizer.setOptions({ ...virtualizer.options, ...settings });

  useLayoutEffect(() => virtualizer?._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer?._willUpdate());
  useLayoutEffect(() => {
    if (wasAtEnd) virtualizer?.scrollToIndex(count - 1, { align: 'end' });
    // Only when rows came: whoever scrolls up is let go.
  }, [count]);

  return {
    items:
      virtualizer?.getVirtualItems() ??
      Array.from({ length: Math.min(count, firstRows) }, (_, index) => ({ index })),
    totalHeight: count * rowHeight,
    pageRows: Math.floor(((virtualizer?.scrollRect?.height ?? 0) - headerHeight) / rowHeight) - 1,
    canScroll: virtualizer !== null,
    scrollToRow: (index) => virtualizer?.scrollToIndex(index, { align: 'auto' }),
  };
}

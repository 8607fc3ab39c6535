import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** The rows that can be seen, out of many of one height. */
export interface VirtualRows {
  readonly items: readonly VirtualItem[];
  readonly totalHeight: number;
  /** How many rows fit. */
  readonly pageRows: number;
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

/** Which rows to draw, as the scroller stands. */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { scroller, count, rowHeight, headerHeight, grows } = options;
  const [, redraw] = useReducer((version: number) => version + 1, 0);
  const settings = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(settings));
  const wasAtEnd = grows && (virtualizer.scrollOffset ?? 0) > 0 && virtualizer.isAtEnd(rowHeight);
  virtualizer.setOptions({ ...virtualizer.options, ...settings });

  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => {
    if (wasAtEnd) virtualizer.scrollToIndex(count - 1, { align: 'end' });
    // Only when rows came: whoever scrolls up is let go.
  }, [count]);

  return {
    items: virtualizer.getVirtualItems(),
    totalHeight: count * rowHeight,
    pageRows: Math.floor(((virtualizer.scrollRect?.height ?? 0) - headerHeight) / rowHeight) - 1,
    scrollToRow: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

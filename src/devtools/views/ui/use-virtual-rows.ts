import type { Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { useLater } from './use-later';

/** The rows to draw in a virtual list of equal row heights. */
export interface VirtualRows {
  readonly items: readonly { readonly index: number }[];
  readonly totalHeight: number;
  /** The number of rows that fit. */
  readonly pageRows: number;
  /** Whether `scrollToRow` works yet. */
  readonly canScroll: boolean;
  scrollToRow(index: number): void;
}

interface VirtualRowsOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  /** The height of the sticky header. */
  readonly headerHeight: number;
  /** Whether new rows are added at the end. A list scrolled to the end then stays at the end. */
  readonly grows: boolean;
}

const overscan = 12;
/** The number of rows to draw before the visible range is known. */
const firstRows = 40;

const loadCore = () => import('@tanstack/virtual-core');

/** Returns the rows to draw for the current scroll position. */
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
    // Only when rows were added, so that the user can scroll up.
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

import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const fallback = 800;

/** Returns the inner width of an element in pixels. Updates when it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = () => setWidth(current.clientWidth || fallback);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

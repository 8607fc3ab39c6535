import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';

/** The wish that an element gets the focus at the next drawing in which it exists. */
export interface FocusOnceDrawn {
  /** The wish ends unmet if the user moves the focus before the element is drawn. */
  wish(): void;
  end(): void;
}

/** Keeps the wish that an element gets the focus once it is drawn. */
export function useFocusOnceDrawn(target: RefObject<HTMLElement | null>): FocusOnceDrawn {
  const focusedBefore = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!focusedBefore.current || !target.current) return;
    const { activeElement, body } = document;
    // What had the focus may be gone, which leaves it with the body.
    if (activeElement === focusedBefore.current || activeElement === body) target.current.focus();
    focusedBefore.current = null;
  });
  return useMemo(
    () => ({
      wish() {
        focusedBefore.current = document.activeElement;
      },
      end() {
        focusedBefore.current = null;
      },
    }),
    [],
  );
}

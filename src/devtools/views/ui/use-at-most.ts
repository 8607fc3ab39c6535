import { useEffect, useRef, useState } from 'preact/hooks';

/** Returns a value that updates at most once in `everyMs`, for values that change with every frame. */
export function useAtMost<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const shownAtMs = useRef(performance.now());
  useEffect(() => {
    if (value === shown) return;
    const show = () => {
      shownAtMs.current = performance.now();
      setShown(() => value);
    };
    const timer = setTimeout(show, Math.max(0, shownAtMs.current + everyMs - performance.now()));
    return () => clearTimeout(timer);
  }, [value, shown, everyMs]);
  return shown;
}

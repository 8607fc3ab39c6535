import { useEffect, useState } from 'preact/hooks';

/** Returns a module that is loaded when it is first wanted; null until it is loaded. */
export function useLater<T extends object>(load: () => Promise<T>, isWanted: boolean): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    if (isWanted) load().then(setLoaded, console.error);
  }, [load, isWanted]);
  return loaded;
}

import { useEffect, useState } from 'preact/hooks';

/** What is loaded when it is first wanted; null until it is there. */
export function useLater<T extends object>(load: () => Promise<T>, isWanted: boolean): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    if (isWanted) load().then(setLoaded, console.error);
  }, [load, isWanted]);
  return loaded;
}

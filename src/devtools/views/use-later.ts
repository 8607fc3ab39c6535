import { useEffect, useState } from 'preact/hooks';

/** What is loaded when it is first wanted; null until it is there, `failed` if it cannot be had. */
export function useLater<T>(load: () => Promise<T>, isWanted: boolean): T | 'failed' | null {
  const [loaded, setLoaded] = useState<{ readonly value: T | 'failed' } | null>(null);
  useEffect(() => {
    if (!isWanted || loaded) return;
    load().then(
      (value) => setLoaded({ value }),
      (error: unknown) => {
        console.error(error);
        setLoaded({ value: 'failed' });
      },
    );
  }, [load, isWanted, loaded]);
  return loaded?.value ?? null;
}

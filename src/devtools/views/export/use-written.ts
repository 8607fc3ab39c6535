import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../prose';
import type { Report } from '../../../report/model';
import { type Format, type Written, written } from './written';

/** What is to leave. */
export interface Wanted {
  readonly format: Format;
  /** The exchanges; null for all. */
  readonly ids: ReadonlySet<string> | null;
  /** The page events; null for all. */
  readonly eventIds: ReadonlySet<string> | null;
  readonly redact: boolean;
  readonly language: Language;
}

/** What exporting asks of the world around the panel. */
export interface Exporting {
  /** The report of what is recorded now. */
  report(wanted: Omit<Wanted, 'format'>): Promise<Report>;
  save(name: string, type: string, pieces: readonly string[]): void;
  copy(text: string): Promise<boolean>;
}

/** The report that is wanted, once it is written; null until then; or why it could not be. */
export function useWritten(
  { report }: Exporting,
  wanted: Wanted,
): Written | null | { readonly error: string } {
  const { format, ids, eventIds, redact, language } = wanted;
  const [result, setResult] = useState<Written | null | { readonly error: string }>(null);
  useEffect(() => {
    let isWanted = true;
    const set = (value: Written | { readonly error: string }) => {
      if (isWanted) setResult(value);
    };
    setResult(null);
    // After the next frame: that it is being written has to be seen before it is.
    requestAnimationFrame(() => {
      setTimeout(() => {
        if (!isWanted) return;
        report({ ids, eventIds, redact, language })
          .then((made) => set(written(made, format)))
          .catch((error: unknown) => set({ error: error instanceof Error ? error.message : String(error) }));
      });
    });
    return () => {
      isWanted = false;
    };
  }, [report, format, ids, eventIds, redact, language]);
  return result;
}

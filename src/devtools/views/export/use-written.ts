import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../../prose';
import type { Redaction } from '../../../recording/redaction/rules';
import type { FormatId } from '../../../report/formats';
import type { StreamedReport } from '../../../report/model';
import { type Written, written } from './written';

/** The options of an export. */
export interface Wanted {
  readonly format: FormatId;
  /** The exchanges to include; null for all. */
  readonly ids: ReadonlySet<string> | null;
  /** The page events to include; null for all. */
  readonly eventIds: ReadonlySet<string> | null;
  readonly redaction: Redaction;
  readonly language: Language;
}

/** The actions that the export needs from its environment. */
export interface Exporting {
  /** Returns the report of the current recording. */
  report(wanted: Omit<Wanted, 'format'>): Promise<StreamedReport>;
  save(name: string, content: Blob): void;
  copy(text: string): Promise<boolean>;
}

type Result = Written | { readonly error: string };

/**
 * Returns the written report for these options; null until it is ready; or the error. It never returns the
 * report of earlier options, because the last change may have been to remove secrets.
 */
export function useWritten({ report }: Exporting, wanted: Wanted): Result | null {
  const { format, ids, eventIds, redaction, language } = wanted;
  const options = useMemo(
    () => ({ format, ids, eventIds, redaction, language }),
    [format, ids, eventIds, redaction, language],
  );
  const [made, setMade] = useState<{ options: Wanted; result: Result } | null>(null);
  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const set = (result: Result) => {
      if (!signal.aborted) setMade({ options, result });
    };
    // Wait for the next frame, so that the "preparing" state is drawn before the work starts.
    requestAnimationFrame(() => {
      setTimeout(() => {
        if (signal.aborted) return;
        report(options)
          .then((answer) => written(answer, options.format, signal))
          .then(set)
          .catch((error: unknown) => set({ error: error instanceof Error ? error.message : String(error) }));
      });
    });
    return () => {
      stopping.abort();
    };
  }, [report, options]);
  return made?.options === options ? made.result : null;
}

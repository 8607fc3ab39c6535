import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../../prose';
import type { Redaction } from '../../../recording/redaction/rules';
import type { FormatId } from '../../../report/formats';
import type { Report } from '../../../report/model';
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
  report(wanted: Omit<Wanted, 'format'>): Promise<Report>;
  save(name: string, type: string, pieces: readonly string[]): void;
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
    let isWanted = true;
    const set = (result: Result) => {
      if (isWanted) setMade({ options, result });
    };
    // Wait for the next frame, so that the "preparing" state is drawn before the work starts.
    requestAnimationFrame(() => {
      setTimeout(() => {
        if (!isWanted) return;
        report(options)
          .then((answer) => set(written(answer, options.format)))
          .catch((error: unknown) => set({ error: error instanceof Error ? error.message : String(error) }));
      });
    });
    return () => {
      isWanted = false;
    };
  }, [report, options]);
  return made?.options === options ? made.result : null;
}

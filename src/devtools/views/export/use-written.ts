import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../../prose';
import type { Redaction } from '../../../recording/redaction/rules';
import type { FormatId } from '../../../report/formats';
import type { Report } from '../../../report/model';
import { type Written, written } from './written';

/** What is to leave. */
export interface Wanted {
  readonly format: FormatId;
  /** The exchanges; null for all. */
  readonly ids: ReadonlySet<string> | null;
  /** The page events; null for all. */
  readonly eventIds: ReadonlySet<string> | null;
  readonly redaction: Redaction;
  readonly language: Language;
}

/** What exporting asks of the world around the panel. */
export interface Exporting {
  /** The report of what is recorded now. */
  report(wanted: Omit<Wanted, 'format'>): Promise<Report>;
  save(name: string, type: string, pieces: readonly string[]): void;
  copy(text: string): Promise<boolean>;
}

type Result = Written | { readonly error: string };

/**
 * The report that is wanted, once it is written; null until then; or why it could not be. Never one that was
 * wanted before: what is chosen last may be to leave out secrets.
 */
export function useWritten({ report }: Exporting, wanted: Wanted): Result | null {
  const { format, ids, eventIds, redaction, language } = wanted;
  const asked = useMemo(
    () => ({ format, ids, eventIds, redaction, language }),
    [format, ids, eventIds, redaction, language],
  );
  const [made, setMade] = useState<{ asked: Wanted; result: Result } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const set = (result: Result) => {
      if (isWanted) setMade({ asked, result });
    };
    // After the next frame: that it is being written has to be seen before it is.
    requestAnimationFrame(() => {
      setTimeout(() => {
        if (!isWanted) return;
        report(asked)
          .then((answer) => set(written(answer, asked.format)))
          .catch((error: unknown) => set({ error: error instanceof Error ? error.message : String(error) }));
      });
    });
    return () => {
      isWanted = false;
    };
  }, [report, asked]);
  return made?.asked === asked ? made.result : null;
}

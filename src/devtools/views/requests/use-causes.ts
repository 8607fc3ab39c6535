import { useCallback, useMemo } from 'preact/hooks';
import type { CauseCode } from '../../../diagnosis/causes';
import type { Language } from '../../../prose';
import { causeProse } from '../../../prose/causes';
import type { PanelStore, Row } from '../../store/store';
import { useLater } from '../ui/use-later';

const loadDiagnosis = async (language: Language) => {
  const [diagnosis] = await Promise.all([import('../../../diagnosis/diagnose'), causeProse.load(language)]);
  return diagnosis;
};

/**
 * Returns the certain or likely cause of a row that was blocked or failed. Loads the rules and their words once there is such a row;
 * until then, no cause is known.
 */
export function useCauses(
  rows: readonly Row[],
  {
    exchanges,
    answers,
    lookup,
    verdictOf,
  }: Pick<PanelStore, 'exchanges' | 'answers' | 'lookup' | 'verdictOf'>,
  language: Language,
): (row: Row) => CauseCode | null {
  const diagnosis = useLater(
    useCallback(() => loadDiagnosis(language), [language]),
    rows.some(hasFailed),
  );
  const recorded = exchanges.value;
  const given = answers.value;
  const causesOf = useMemo(
    () =>
      diagnosis?.openDiagnosis({ exchanges: recorded, answers: given, lookup, verdictOf }).causesOf ?? null,
    [diagnosis, recorded, given, lookup, verdictOf],
  );
  return useCallback(
    (row: Row) => {
      if (!diagnosis || !causesOf || !hasFailed(row)) return null;
      return diagnosis.leadingCause(causesOf(row.entry.facts))?.code ?? null;
    },
    [diagnosis, causesOf],
  );
}

function hasFailed({ verdict: { outcome } }: Row): boolean {
  return outcome === 'blocked' || outcome === 'failed';
}

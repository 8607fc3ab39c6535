import { useCallback, useMemo } from 'preact/hooks';
import type { CauseCode } from '../../../diagnosis/causes';
import type { PanelStore, Row } from '../../store/store';
import { useLater } from '../ui/use-later';

const loadDiagnosis = () => import('../../../diagnosis/diagnose');

/**
 * Returns the certain or likely cause of a row that was blocked or failed. Loads the rules once there is such a row;
 * until then, no cause is known.
 */
export function useCauses(
  rows: readonly Row[],
  { exchanges, lookup, verdictOf }: Pick<PanelStore, 'exchanges' | 'lookup' | 'verdictOf'>,
): (row: Row) => CauseCode | null {
  const diagnosis = useLater(loadDiagnosis, rows.some(hasFailed));
  const recorded = exchanges.value;
  const causesOf = useMemo(
    () => diagnosis?.openDiagnosis({ exchanges: recorded, lookup, verdictOf }) ?? null,
    [diagnosis, recorded, lookup, verdictOf],
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

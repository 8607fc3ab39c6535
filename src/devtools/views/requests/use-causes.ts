import { useCallback, useMemo } from 'preact/hooks';
import type { CauseCode } from '../../../diagnosis/causes';
import type { Language } from '../../../prose';
import { causeProse } from '../../../prose/causes';
import type { PanelStore, Row } from '../../store/store';
import { useAtMost } from '../ui/use-at-most';
import { useLater } from '../ui/use-later';

const loadDiagnosis = async (language: Language) => {
  const [diagnosis] = await Promise.all([import('../../../diagnosis/diagnose'), causeProse.load(language)]);
  return diagnosis;
};

/** Comparing a row with all others takes too long for every frame while requests arrive. */
const renewMs = 500;

/**
 * Returns the certain or likely cause of a row: of its failure, or of what made it useless although it passed. Loads
 * the rules and their words once there is a row; until then, no cause is known.
 */
export function useCauses(
  rows: readonly Row[],
  store: PanelStore,
  language: Language,
): (row: Row) => CauseCode | null {
  const diagnosis = useLater(
    useCallback(() => loadDiagnosis(language), [language]),
    rows.length > 0,
  );
  const exchanges = useAtMost(store.exchanges.value, renewMs);
  const answers = store.answers.value;
  const browser = store.recording.value.browser?.name;
  const pageEvents = useAtMost(store.pageEvents.value, renewMs);
  const causesOf = useMemo(() => {
    const { lookup, verdictOf } = store;
    const recording = { ...(browser && { browser }), exchanges, pageEvents, answers, lookup, verdictOf };
    return diagnosis?.openDiagnosis(recording).causesOf ?? null;
  }, [diagnosis, browser, exchanges, pageEvents, answers, store]);
  return useCallback(
    ({ entry: { facts }, verdict }: Row) => {
      if (!diagnosis || !causesOf || verdict.outcome === 'pending') return null;
      return diagnosis.leadingCause(causesOf(facts), verdict)?.code ?? null;
    },
    [diagnosis, causesOf],
  );
}

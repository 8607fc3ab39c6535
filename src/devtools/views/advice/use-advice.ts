import { useEffect, useState } from 'preact/hooks';
import { advise, type GivenAdvice } from '../../../diagnosis/advise';
import { auditedListeners } from '../../../diagnosis/audited';
import type { Language } from '../../../prose';
import { type AdviceWords, adviceWords } from '../../../prose/advice';
import { scriptReadings } from '../../session/script-readings';
import type { PanelStore } from '../../store/store';
import { useAtMost } from '../ui/use-at-most';

/** Advice looks at the whole recording, so it follows a running one with some distance. */
const renewMs = 1_500;

/** Returns the advice about the recording, and the words for it; null until both are there. */
export function useAdvice(
  store: PanelStore,
  language: Language,
): { readonly given: readonly GivenAdvice[]; readonly words: AdviceWords } | null {
  const exchanges = useAtMost(store.exchanges.value, renewMs);
  const pageEvents = useAtMost(store.pageEvents.value, renewMs);
  const [given, setGiven] = useState<readonly GivenAdvice[] | null>(null);
  const [words, setWords] = useState<AdviceWords | null>(null);

  useEffect(() => {
    let isWanted = true;
    const page = store.page.peek();
    const { browser } = store.recording.peek();
    scriptReadings({ pageEvents, page }).then(({ audit, stars }) => {
      if (!isWanted) return;
      const listeners = auditedListeners(pageEvents, audit);
      const { lookup, verdictOf } = store;
      const name = browser?.name ?? 'chrome';
      setGiven(advise({ browser: name, exchanges, pageEvents, listeners, stars, lookup, verdictOf }));
    }, console.error);
    return () => {
      isWanted = false;
    };
  }, [store, exchanges, pageEvents]);

  useEffect(() => {
    adviceWords.load(language).then(setWords, console.error);
  }, [language]);

  return given && words && { given, words };
}

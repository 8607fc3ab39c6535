import { useCallback, useMemo } from 'preact/hooks';
import { originOf, type SerializedOrigin } from '../../../engine';
import { registrableDomain, relationOf } from '../../../engine/site';
import { causeProse } from '../../../prose/causes';
import { explainExchanges } from '../../../recording/requests/explain-exchanges';
import type { PanelStore } from '../../store/store';
import { aroundOf } from '../detail/around';
import { loadFix } from '../fix/load-fix';
import { useAtMost } from '../ui/use-at-most';
import { useLater } from '../ui/use-later';
import type { Words } from '../words';

interface OriginFixProps {
  store: PanelStore;
  origin: SerializedOrigin;
  words: Words;
  onCopy(text: string, what: string): void;
}

const renewMs = 500;
/** So many blocked requests are looked at for one that a policy lets pass. */
const maxTried = 20;

/** Draws the smallest policy of a server that blocked requests; nothing if no policy is the right fix. */
export function OriginFix({ store, origin, words, onCopy }: OriginFixProps) {
  const browser = store.recording.value.browser?.name ?? null;
  const entries = useAtMost(store.entries.value, renewMs);
  const explained = useMemo(() => {
    if (!browser) return null;
    const around = aroundOf(store, browser, { relationOf, registrableDomain }, null);
    const blocked = entries
      .filter(({ outcome, facts }) => outcome === 'blocked' && facts.preflightFor === null)
      .map(({ facts }) => facts)
      .filter(({ hops }) => hops.some(({ url }) => originOf(url) === origin));
    for (const facts of blocked.slice(-maxTried)) {
      const [found] = explainExchanges([facts], { ...around, storedCookies: null });
      if (found?.policyFix?.server === origin) return found;
    }
    return null;
  }, [entries, origin, browser, store]);
  const fix = useLater(
    useCallback(async () => {
      const [loaded] = await Promise.all([loadFix(words.language), causeProse.load(words.language)]);
      return loaded;
    }, [words.language]),
    explained !== null,
  );
  if (!fix || !explained) return null;
  return (
    <fix.PolicyFix
      explained={explained}
      words={fix.words}
      panelWords={words}
      choices={store.fixChoices}
      onCopy={onCopy}
    />
  );
}

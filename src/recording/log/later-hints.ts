import type { ExchangeFacts } from '../../protocol/facts';
import type { PageHint } from '../../protocol/page-hints';
import type { Hints, openHints } from './hints';

/** What joining hints needs of the log, and where it comes from. */
export interface LaterHintsContext {
  readonly reportedUnder: (documentId: string) => string;
  /** The exchanges of the log. */
  readonly exchanges: () => Iterable<ExchangeFacts>;
  /** What was said meanwhile can be joined now. */
  readonly onLoaded: () => void;
  readonly load: () => Promise<{ readonly openHints: typeof openHints }>;
}

/** Hints whose joining is loaded when the first of them come. Until it is there they are kept, and awaited. */
export function openLaterHints({ reportedUnder, exchanges, onLoaded, load }: LaterHintsContext): Hints {
  let joining: Hints | null = null;
  let kept: { readonly hint: PageHint; readonly atMs: number }[] = [];
  let isLoading = false;

  async function begin(): Promise<void> {
    const { openHints } = await load();
    joining = openHints(reportedUnder);
    for (const facts of exchanges()) joining.see(facts);
    for (const { hint, atMs } of kept) joining.take([hint], atMs);
    kept = [];
    onLoaded();
  }

  return {
    get awaited() {
      return joining?.awaited ?? kept.flatMap(({ hint }) => (hint.type === 'call' ? hint : []));
    },
    get dueAtMs() {
      return joining?.dueAtMs ?? null;
    },
    take(hints, nowMs) {
      if (joining) return joining.take(hints, nowMs);
      kept.push(...hints.map((hint) => ({ hint, atMs: nowMs })));
      if (isLoading) return;
      isLoading = true;
      begin().catch(console.error);
    },
    see: (facts) => joining?.see(facts),
    wordOf: (id) => joining?.wordOf(id) ?? null,
    settle: (nowMs) => joining?.settle(nowMs) ?? { words: new Map(), rows: [], gone: [] },
    refile: () => joining?.refile(),
    forget: (ids) => joining?.forget(ids),
    cut(atMs) {
      if (joining) return joining.cut(atMs);
      kept = kept.filter(({ hint }) => hint.atMs >= atMs);
    },
  };
}

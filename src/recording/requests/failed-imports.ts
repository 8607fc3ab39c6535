import { getHeader, originOf } from '../../engine';
import { lastHop } from '../../exchange/facts/facts';
import { withoutFragment } from '../../exchange/facts/request-url';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';

/** The imports of modules and style sheets that reported an error because of what they import. */
export interface FailedImports {
  /** Returns the ids of the requests that probably failed below an importer; empty if none did visibly. */
  of(importer: ExchangeFacts): readonly string[];
  /**
   * Whether an importer reported an error, none of its imports failed visibly, and this is one of them: its content
   * may not have matched the integrity metadata of an import map.
   */
  isSuspect(facts: ExchangeFacts): boolean;
}

/** How many requests of a document are searched for imports. */
const maxRequests = 2_000;

/** Finds the imports by their Referer, which is the URL or, for another origin, the origin of the importer. */
export function failedImportsIn(
  exchanges: readonly ExchangeFacts[],
  verdictOf: (facts: ExchangeFacts) => Verdict,
): FailedImports {
  const hasFailedImport = (facts: ExchangeFacts) =>
    mayImport(facts) && verdictOf(facts).findings.some(({ code }) => code === 'import-failed');
  const hasFailed = (facts: ExchangeFacts) => /^(blocked|failed)$/.test(verdictOf(facts).outcome);
  const below = (importer: ExchangeFacts) => importsOf(importer, exchanges);
  const failedBelow = (importer: ExchangeFacts) =>
    hasFailedImport(importer) ? below(importer).filter(hasFailed) : [];
  let suspects: ReadonlySet<string> | null = null;
  const findSuspects = () =>
    new Set(
      exchanges
        .filter(
          (facts) => hasFailedImport(facts) && facts.kind === 'script' && failedBelow(facts).length === 0,
        )
        .flatMap((importer) => below(importer).map(({ id }) => id)),
    );
  return {
    of: (importer) => failedBelow(importer).map(({ id }) => id),
    isSuspect(facts) {
      suspects ??= findSuspects();
      return suspects.has(facts.id);
    },
  };
}

/** Whether an element or worker reported the end of a script or style sheet. */
function mayImport({ kind, page }: ExchangeFacts): boolean {
  return (kind === 'script' || kind === 'style') && page?.call?.end === 'error';
}

/** Returns what a module or style sheet imported, directly or through others. */
function importsOf(importer: ExchangeFacts, exchanges: readonly ExchangeFacts[]): readonly ExchangeFacts[] {
  const near = exchanges.filter((facts) => isImportedInDocument(facts, importer)).slice(0, maxRequests);
  const found = new Set<ExchangeFacts>();
  const importers = [importer];
  for (const each of importers) {
    for (const facts of near) {
      if (found.has(facts) || !isReferredBy(facts, each)) continue;
      found.add(facts);
      importers.push(facts);
    }
  }
  return [...found];
}

function isImportedInDocument(facts: ExchangeFacts, importer: ExchangeFacts): boolean {
  return (
    facts !== importer &&
    facts.documentId === importer.documentId &&
    facts.startedAtMs >= importer.startedAtMs &&
    (facts.page?.call ?? null) === null &&
    /^(script|style|other|resource)$/.test(facts.kind)
  );
}

function isReferredBy({ hops: [hop] }: ExchangeFacts, importer: ExchangeFacts): boolean {
  const referrer = getHeader(hop?.requestHeaders ?? [], 'Referer');
  const { url } = lastHop(importer);
  if (referrer === null || hop === undefined) return false;
  return (
    referrer === withoutFragment(url) ||
    (referrer === `${originOf(url)}/` && originOf(hop.url) !== originOf(url))
  );
}

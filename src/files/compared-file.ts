import type { ComparisonCandidate } from '../diagnosis/compare/candidates';
import type { Compared } from '../diagnosis/compare/compared';
import type { Sites } from '../exchange/explained/cookie-context';
import { browserWithVersion } from '../prose/browser-label';
import type { FileFormat } from '../prose/cli-codes';
import { toCompared } from '../recording/compare/to-compared';
import type { Redaction } from '../recording/redaction/rules';
import { explainedFile } from './explained-file';
import type { FileRecording } from './file-recording';

/** The requests of a file, in the form in which they are compared. */
export interface ComparedFile {
  /** The file's name. */
  readonly name: string;
  readonly format: FileFormat;
  /** The browser and its version; null if the file does not say. */
  readonly browser: string | null;
  /** What was replaced in the file. */
  readonly redaction: Redaction;
  /** The requests without preflights, in order of start. */
  readonly candidates: readonly ComparisonCandidate[];
  /** Returns what a comparison reads of a request; null if the file has none with this id. */
  compared(id: string): Compared | null;
}

/** Returns the requests of a file for comparisons. The rules of Chrome decide if it does not name a browser. */
export function comparedFile(file: FileRecording, sites: Sites): ComparedFile {
  const { name, format, exchanges, redaction } = file;
  const browser = file.browser?.name ?? 'chrome';
  const { facts: all, explain, verdictOf } = explainedFile(file, { redaction: 'everything', sites });
  const byId = new Map(exchanges.map((facts) => [facts.id, facts]));
  const recording = { browser, exchanges, lookup: (id: string) => byId.get(id) };
  const requests = all.filter(({ preflightFor }) => preflightFor === null);
  return {
    name,
    format,
    browser: file.browser && browserWithVersion(file.browser),
    redaction,
    candidates: requests.map((facts) => ({
      id: facts.id,
      method: facts.hops[0]?.method ?? '',
      url: facts.hops[0]?.url ?? '',
      outcome: verdictOf(facts).outcome,
      startedAtMs: facts.startedAtMs,
    })),
    compared(id) {
      const facts = byId.get(id);
      if (!facts || facts.preflightFor !== null) return null;
      return { ...toCompared(explain(facts), recording), file: name, browser: file.browser?.name ?? null };
    },
  };
}

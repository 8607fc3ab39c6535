import type { Compared } from '../../diagnosis/compare/compared';
import type { Redaction } from '../../recording/redaction/rules';

/** Why a file was not read. */
export type FileProblem = 'too-large' | 'not-json' | 'other-format' | 'other-version' | 'no-requests';

/** The requests of a file. */
export interface ReadFile {
  /** The file's name. */
  readonly name: string;
  readonly format: 'report' | 'har';
  /** The browser and its version as the file has them; null if it does not say. */
  readonly browser: string | null;
  /** What was replaced in the file. */
  readonly redaction: Redaction;
  /** Without preflights, in the order of the file; never empty. */
  readonly requests: readonly Compared[];
}

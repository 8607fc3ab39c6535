import type { BrowserName } from '../engine';
import type { FileFormat, FileLack } from '../prose/cli-codes';
import type { ExchangeFacts, FrameFacts } from '../protocol/facts';
import type { PageEventFacts } from '../protocol/page-events';
import type { SinceReload } from '../recording/log/since-reload';
import type { Redaction } from '../recording/redaction/rules';

/** Why a file was not read. */
export type FileProblemCode =
  | 'too-large'
  | 'long-text'
  | 'not-json'
  | 'too-deep'
  | 'long-item'
  | 'cut'
  | 'other-format'
  /** A message of a console that does not say which request it is about. */
  | 'no-url'
  | 'other-version'
  | 'no-requests';

/** Why a file was not read, and where reading stopped. */
export interface FileProblem {
  readonly code: FileProblemCode;
  /** Where reading stopped: the line and the column, both from 1; null if the place says nothing. */
  readonly place: { readonly line: number; readonly column: number } | null;
}

/** What a file contains, in the form of a recording. */
export interface FileRecording {
  /** The file's name. */
  readonly name: string;
  readonly format: FileFormat;
  /** The browser that sent the requests; null if the file does not say. */
  readonly browser: { readonly name: BrowserName; readonly version: string } | null;
  /** The program that wrote the file, as it names itself; null if the file does not say. */
  readonly writer: string | null;
  readonly page: {
    readonly url: string;
    readonly title: string | null;
    readonly frames: readonly FrameFacts[];
  };
  /** In order of start. */
  readonly exchanges: readonly ExchangeFacts[];
  /** In order of time. */
  readonly pageEvents: readonly PageEventFacts[];
  readonly sinceReload: ReadonlyMap<string, SinceReload>;
  /** In milliseconds; both 0 if the file does not say. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly sawNavigation: boolean;
  /** What was replaced in the file. */
  readonly redaction: Redaction;
  readonly lacks: readonly FileLack[];
  /** How many items were left out because they are not valid. */
  readonly leftOut: number;
}

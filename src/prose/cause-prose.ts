import type { FindingContext } from './finding-prose';

/** What a sentence about a cause can name. Values are shown as they are: the caller bounds and redacts them. */
export interface CauseContext extends Pick<FindingContext, 'kind' | 'api'> {
  /** The method of the page's request. */
  readonly method: string;
  /** The URL that was requested, without query and fragment. */
  readonly url: string;
  /** The host of that URL. */
  readonly host: string;
  /** The origin of the page, `null` if it is opaque. */
  readonly page: string;
  /** The status of the response that it rests on; null if there is none. */
  readonly status: number | null;
  /** Whether that is the response to a preflight. */
  readonly isPreflight: boolean;
  /** Further values of a cause, such as the names of headers. */
  readonly values: Readonly<Record<string, string>>;
}

/** The sentences of one cause. */
export interface CauseProse {
  /** The cause, in at most 80 characters and without values. */
  readonly title: string;
  /** The same in a few words for a row, at most 40 characters. */
  readonly reason: string;
  /** What happened: who did what, and what that led to. */
  sentence(context: CauseContext): string;
  /** What to change, and who changes it. */
  remedy(context: CauseContext): string;
}

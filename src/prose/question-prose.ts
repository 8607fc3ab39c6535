import type { QuestionCode, questions } from '../diagnosis/questions';
import type { CauseContext } from './cause-prose';

/** What the sentences about questions name. */
export type QuestionContext = Pick<CauseContext, 'host' | 'url' | 'method' | 'page'>;

/** The sentences of one question. */
interface QuestionText<Code extends QuestionCode> {
  /** What to do, and what its results mean. */
  ask(context: QuestionContext): string;
  /** What each answer means. */
  readonly answers: Readonly<Record<keyof (typeof questions)[Code]['answers'], string>>;
}

/** The sentences of every question. */
export type QuestionTexts = { readonly [Code in QuestionCode]: QuestionText<Code> };

/** The words around questions. */
export interface QuestionWords {
  /** A heading: it tells several causes apart, or makes one sure. */
  readonly apart: string;
  readonly sure: string;
  /** A heading once it is answered. */
  readonly settled: string;
  readonly copy: string;
  /** What the command contains instead of secrets. `names` are placeholders. */
  replace(names: readonly string[]): string;
  readonly sends: string;
  readonly field: string;
  readonly read: string;
  readonly remove: string;
  readonly answered: string;
  /** The name of the command, as in “… copied”. */
  readonly commandName: string;
  readonly notHttp: string;
  otherMethod(method: string, asked: string): string;
  decidesNothing(what: string): string;
  /** curl got no response. */
  curlError(code: number): string;
}

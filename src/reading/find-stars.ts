import { type StarTarget, starTargets } from './star-targets';

/** The text of a script of the page, and where that is from. */
export interface ScriptText {
  /** The file, or the document that it is written in; null for a listener's own text. */
  readonly url: string | null;
  /** Which of its document's inline scripts it is, from 1; null for a file, or where lines are the document's. */
  readonly inline: number | null;
  /** The name of the listener whose text it is; null for a script. */
  readonly listener: string | null;
  /** On which line of `url` it begins. */
  readonly firstLine: number;
  readonly text: string;
}

/** A call that is written with `'*'`, and in which script. Whether it runs is not known. */
export interface FoundStar extends StarTarget, Pick<ScriptText, 'url' | 'inline' | 'listener'> {}

/** The calls in one script, and whether there was more than is looked at. */
export function starsIn(script: ScriptText): {
  readonly found: readonly FoundStar[];
  readonly isCut: boolean;
} {
  const { url, inline, listener, firstLine } = script;
  const { found, isCut } = starTargets(script.text);
  return {
    found: found.map(({ line, column, text }) => {
      return { url, inline, listener, line: line + firstLine - 1, column, text };
    }),
    isCut,
  };
}

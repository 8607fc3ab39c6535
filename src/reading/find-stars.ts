import { type StarTarget, starTargets } from './star-targets';

/** The text of a page's script and its source. */
export interface ScriptText {
  /** The URL of the file or of the document that contains it; null for a listener's own text. */
  readonly url: string | null;
  /**
   * The number of the inline script in its document, from 1; null for a file, or if lines are counted in the
   * document.
   */
  readonly inline: number | null;
  /** The name of the listener that the text belongs to; null for a script. */
  readonly listener: string | null;
  /** The line of `url` on which it starts. */
  readonly firstLine: number;
  readonly text: string;
}

/** A call written with `'*'`, and its script. Whether the call runs is unknown. */
export interface FoundStar extends StarTarget, Pick<ScriptText, 'url' | 'inline' | 'listener'> {}

/** Returns the calls in one script, and whether a limit left some out. */
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

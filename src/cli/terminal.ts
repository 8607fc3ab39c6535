import type { BriefLine, BriefText } from '../report/brief';

/** Where the answers go. */
export interface Output {
  readonly hasColours: boolean;
  write(text: string): void;
  /** For what is no answer, and for errors. */
  note(text: string): void;
  /** Shows on a terminal how far long work is, in place of what it showed before. */
  progress(text: string): void;
}

const styles = { strong: '1', code: '36', quiet: '2' } as const;

/** Characters that a terminal obeys, or that reorder what is shown. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Returns text in which a terminal obeys nothing. Line breaks and tabs stay. */
export function inert(text: string): string {
  return text.replace(obeyed, '\ufffd');
}

/** Returns text in a style, if there are colours. */
export function styled(
  text: string,
  style: keyof typeof styles,
  { hasColours }: Pick<Output, 'hasColours'>,
): string {
  return hasColours ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;
}

/** Returns an answer about a request for a terminal. */
export function briefText(
  lines: readonly BriefLine[],
  number: number,
  output: Pick<Output, 'hasColours'>,
): string {
  const shown = ({ as, text }: BriefText) => {
    const plain = inert(text).replace(/\s+/g, ' ');
    return as === 'plain' ? plain : styled(plain, as, output);
  };
  const [heading = '', ...others] = lines.map(({ label, texts, isList }) => {
    const body = texts.map(shown).join(isList ? ', ' : ' ');
    return label === null ? body : `${styled(inert(label), 'quiet', output)} ${body}`;
  });
  const indent = ' '.repeat(`${number}. `.length);
  return [`${number}. ${heading}`, ...others.map((line) => indent + line)].join('\n');
}

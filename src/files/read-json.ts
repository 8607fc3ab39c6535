import { Tokenizer, TokenizerError, TokenParser, TokenParserError, TokenType } from '@streamparser/json';
import { openTextCutter } from './cut-texts';
import { maxText } from './fields';

/** Deeper JSON is no report and no HAR file. */
const maxDepth = 100;
/** How many tokens one value may have, and what is between two of them: more than 100,000 headers or WebSocket messages. */
const maxTokens = 4_000_000;

const opening: ReadonlySet<TokenType> = new Set([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET]);
const closing: ReadonlySet<TokenType> = new Set([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET]);

/** Why JSON was not read to its end. */
export interface JsonProblem {
  readonly code: 'not-json' | 'cut' | 'too-deep' | 'long-item';
  /** Where reading stopped: the line and the column, both from 1. */
  readonly place: { readonly line: number; readonly column: number };
}

/** Reads JSON in pieces. */
export interface JsonReader {
  /** Takes the next piece. Returns what is wrong with it. */
  write(piece: string): JsonProblem | null;
  /** Ends the text. Returns what is wrong if that is too early. */
  end(): JsonProblem | null;
}

/**
 * Opens a reader that hands over the values at some paths as soon as they are complete, and keeps nothing else. In a
 * path, `*` stands for each item of a list: `$.log.entries.*`. Long texts are cut.
 */
export function openJsonReader(
  paths: readonly string[],
  onValue: (path: string, value: unknown) => void,
): JsonReader {
  // Without buffers, each digit and each escape sequence would be a string of its own.
  const tokenizer = new Tokenizer({ stringBufferSize: maxText, numberBufferSize: 64 });
  const parser = new TokenParser({ paths: [...paths], keepStack: false });
  const cutTexts = openTextCutter(maxText);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let [line, column] = [1, 1];
  /** The byte that the next piece begins with, and the first byte of the last token. */
  let [from, tokenAt] = [0, 0];
  let depth = 0;
  /** Since the last value was handed over. */
  let tokens = 0;
  let hasEnded = false;

  tokenizer.onToken = (token) => {
    tokenAt = token.offset;
    if (opening.has(token.token)) depth++;
    if (closing.has(token.token)) depth--;
    tokens++;
    if (depth > maxDepth || tokens > maxTokens) throw new TokenParserError('files: too much');
    parser.write(token);
  };
  parser.onValue = ({ value, key, stack }) => {
    tokens = 0;
    const keys = [...stack.slice(1).map((frame) => frame.key), key];
    onValue(['$', ...keys.map((each) => (typeof each === 'number' ? '*' : each))].join('.'), value);
  };
  parser.onEnd = () => {
    hasEnded = true;
    tokenizer.end();
  };

  const placeAfter = (text: string): JsonProblem['place'] => {
    const breaks = text.split('\n');
    const last = breaks.at(-1) ?? '';
    return {
      line: line + breaks.length - 1,
      column: breaks.length === 1 ? column + last.length : last.length + 1,
    };
  };
  return {
    write(piece) {
      const bytes = encoder.encode(cutTexts(piece));
      try {
        tokenizer.write(bytes);
      } catch (error) {
        // What the caller's function throws is no mistake in the JSON.
        const isOfJson = error instanceof TokenizerError || error instanceof TokenParserError;
        if (!isOfJson) throw error;
        const [, byte = tokenAt] = /\(absolute position "(\d+)"\)/.exec(error.message) ?? [];
        const good = decoder.decode(bytes.subarray(0, Math.max(0, Number(byte) - from)));
        const code = depth > maxDepth ? 'too-deep' : tokens > maxTokens ? 'long-item' : 'not-json';
        return { code, place: placeAfter(good) };
      }
      from += bytes.length;
      ({ line, column } = placeAfter(piece));
      return null;
    },
    end: () => (hasEnded ? null : { code: 'cut', place: { line, column } }),
  };
}

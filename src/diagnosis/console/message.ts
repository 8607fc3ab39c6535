import { type BrowserName, type FindingCode, findingCodes, says } from '../../engine';

/** The browsers whose console messages can be read. */
export type ConsoleBrowser = BrowserName | 'safari';

/** A console message in its parts. null: the message does not contain it. */
export interface ConsoleMessage {
  /** null: the wording is of none of them, for example in another language. */
  readonly browser: ConsoleBrowser | null;
  /** The message on one line. */
  readonly text: string;
  /** What it can mean, the most likely first; empty if it names no reason. */
  readonly codes: readonly FindingCode[];
  /** Why it names no single reason: it is printed for any failure, or it is what script gets. */
  readonly vague: 'any-failure' | 'for-script' | null;
  readonly url: string | null;
  readonly origin: string | null;
  readonly method: string | null;
  /** The name of a request header. */
  readonly header: string | null;
  /** The value of the response header that it is about. */
  readonly value: string | null;
  readonly status: number | null;
}

/** What a wording says besides its pattern's groups. */
export type Meaning = Pick<ConsoleMessage, 'codes'> & Partial<Pick<ConsoleMessage, 'vague'>>;

/** A wording of a browser: its start, the rest, and its meaning. Groups are named as the parts of a message. */
export interface Wording {
  readonly pattern: RegExp;
  meaning(groups: Readonly<Record<string, string | undefined>>): Meaning;
}

/** Returns the findings for which a browser prints a message: first, or anywhere in what it prints. */
export function codesSaidAs(
  browser: BrowserName,
  word: string,
  place: 'first' | 'any' = 'any',
): readonly FindingCode[] {
  return findingCodes.filter((code) => {
    const words = says[browser][code] ?? [];
    return place === 'first' ? words[0] === word : words.includes(word);
  });
}

/** Returns the codes and, after them, what they are called if they are about a preflight. */
export function withPreflight(codes: readonly FindingCode[]): readonly FindingCode[] {
  const twins = codes.map((code) => `preflight-${code}`);
  return [...codes, ...findingCodes.filter((code) => twins.includes(code))];
}

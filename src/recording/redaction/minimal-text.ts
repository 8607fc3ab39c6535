import type { Placeholders } from './placeholders';
import { isPlain } from './plain-words';

/** The rules for a page's texts outside URLs and headers. */
export interface MinimalTexts {
  /** The name of a function, an error or a property. */
  name(text: string): string;
  /** One line of a stack trace. */
  stackLine(text: string): string;
  /** The data of a message, in the form of a preview. */
  data(text: string): string;
  /** The source text of a script. */
  code(text: string): string;
  /** The browser's error text of a failed request. */
  error(text: string): string;
}

const name = /[^\s.<>()[\]{}/\\*@:,;'"`=!?&|+~^%#-]+/g;
/** Every alternative starts at a word boundary, so that matching takes linear time. */
const address =
  /((?:(?<![\w+.-])[a-z][a-z\d+.-]{0,30}:)?\/\/[^\s()]+|(?<![\w+.-])(?:blob|data|file|javascript|node|wasm|webpack[\w-]{0,30}):[^\s()]+|(?<=^|[\s(])\/[^\s()]+)/gi;
/** Words that the preview of a message adds itself. */
const ofPreviews =
  /^(?:true|false|null|undefined|NaN|Infinity|Map|Set|Date|Error|TypeError|RangeError|ArrayBuffer|SharedArrayBuffer|DataView|(?:Big)?(?:Uint|Int|Float)\d*(?:Clamped)?Array|Blob|File|FileList|ImageData|ImageBitmap|MessagePort|bytes|Circular|not|readable)$/;

/**
 * Returns the rules for texts. `isHost` returns whether a text is a host of the recording or a part of one.
 */
export function minimalTexts(
  { of }: Placeholders,
  url: (text: string) => string,
  isHost: (text: string) => boolean,
): MinimalTexts {
  const unlessPlain = (run: string) => (isPlain(run) ? run : of(run));
  const nameOf = (text: string) => text.replace(name, unlessPlain);

  return {
    name: nameOf,

    stackLine: (text) =>
      text
        .split(address)
        .map((part, index) => {
          if (index % 2 === 0) return nameOf(part);
          const [place = ''] = /(?::\d{1,7}){1,2}$/.exec(part) ?? [];
          return url(part.slice(0, part.length - place.length)) + place;
        })
        .join(''),

    data: (text) =>
      text.replace(
        /("(?:[^"\\]|\\.)*(?:"|\\?$))(\s*:)?|\(\d{1,10}(?: bytes)?\)|([^\s"{}[\](),:]+)(\s*:)?/g,
        (match, quoted?: string, quotedColon = '', run?: string, colon = '') => {
          if (quoted !== undefined) return replacedInQuotes(quoted, quotedColon !== '') + quotedColon;
          if (run === undefined) return match;
          if (colon !== '' ? isPlain(run) : ofPreviews.test(run) || run === '…') return match;
          return of(run) + colon;
        },
      ),

    code: (text) =>
      text
        .split(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/)
        .map((part, index) => {
          if (index % 2 === 0) return part.replace(codeRun, (run) => (isHost(run) ? run : unlessPlain(run)));
          if (part.startsWith('/')) return part.replace(/[^\s/*]+/g, (run) => of(run));
          const inner = part.slice(1, -1);
          const isUrl = /^[a-z][a-z\d+.-]*:\/\//i.test(inner);
          const isKept = isHost(inner) || isPlain(inner) || inner === '*';
          return part.charAt(0) + (isUrl ? url(inner) : isKept ? inner : of(inner)) + part.charAt(0);
        })
        .join(''),

    error(text) {
      if (/^(?:net::)?[A-Z]{2,}(?:_[A-Z\d]+)+$/.test(text)) return text;
      const codes = text.match(/\b(?:SSL|SEC|MOZILLA_PKIX|NS)_[A-Z\d_]{3,60}\b/g) ?? [];
      // The result must stay a sentence, since the browser's codes have no spaces; it starts with a code if
      // the original did.
      const sentence = [of(text), ...(/\s/.test(text) ? ['…'] : [])];
      const isFirst = codes[0] !== undefined && text.startsWith(codes[0]);
      return (isFirst ? [...codes, ...sentence] : [...sentence, ...codes]).join(' ');
    },
  };

  function replacedInQuotes(quoted: string, isKey: boolean): string {
    const isClosed = quoted.length > 1 && quoted.endsWith('"');
    const inner = quoted.slice(1, isClosed ? -1 : undefined);
    return `"${isKey && isPlain(inner) ? inner : of(inner)}${isClosed ? '"' : ''}`;
  }
}

const codeRun = /[\p{L}\p{N}_$]+(?:-[\p{L}\p{N}_$]+)*|[^\p{ASCII}]+/gu;

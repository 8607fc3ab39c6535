import type { CliWords } from '../prose/cli-words';
import type { FileProblem } from './file-recording';
import { maxFileSize, maxTextLength } from './read-file';

/** Returns what is wrong with a file, and where. */
export function problemText({ code, place }: FileProblem, words: CliWords['problems']): string {
  const limits = { 'too-large': maxFileSize, 'long-text': maxTextLength };
  const text =
    code === 'too-large' || code === 'long-text' ? words[code](limits[code] / 1024 / 1024) : words[code];
  return place === null ? text : `${text} (${words.place(place.line, place.column)})`;
}

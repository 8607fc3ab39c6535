import { headerWords, pathWords } from './vocabulary';

const number = /^\d{1,3}$/;
const version = /^v\d{1,2}(?:\.\d{1,2}){0,2}$/i;
const mostPieces = 6;
const longest = 60;

/**
 * Whether a part of a path, or the name of a parameter, cookie or function, describes its purpose and reveals
 * nothing about a person: one character, a small number, a version, or words of the vocabulary
 * (`user-profile`, `getUsers`, `oauth2`).
 */
export function isPlain(text: string): boolean {
  if (text.length <= 1 || number.test(text) || version.test(text)) return true;
  if (text.length > longest) return false;
  const pieces = text
    .split(/[-_.~+:@!,()[\]$]+|(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter((piece) => piece !== '');
  const digits = text.replace(/\D/g, '').length;
  return digits <= 3 && pieces.length <= mostPieces && pieces.every(isPlainPiece);
}

function isPlainPiece(piece: string): boolean {
  const [, letters = '', end = ''] = /^(\D*)(\d*)$/.exec(piece.toLowerCase()) ?? [];
  return pathWords.has(piece.toLowerCase()) || (letters === '' ? number.test(end) : isWord(letters, end));
}

function isWord(letters: string, end: string): boolean {
  return end.length <= 2 && pathWords.has(letters);
}

/**
 * Whether a part of a header's value consists of words that rules, causes and servers use, or is a small
 * number.
 */
export function isHeaderWord(run: string): boolean {
  if (run.length > longest) return false;
  if (run.length <= 1 || /^-?\d{1,4}$/.test(run) || /^v?\d{1,4}(?:\.\d{1,4}){1,2}[a-z]?$/i.test(run))
    return true;
  if (/^\d{4}-\d\d-\d\d$/.test(run)) return true;
  const lower = run.toLowerCase();
  if (headerWords.has(lower)) return true;
  const pieces = lower.split(/[-_.+]+/).filter((piece) => piece !== '');
  return (
    pieces.length <= mostPieces && pieces.every((piece) => headerWords.has(piece) || /^\d{1,2}$/.test(piece))
  );
}

/** Longest command, in characters, that cmd.exe takes. */
export const maxCommand = 8191;

/**
 * `text`, which must be printable ASCII, as one word of a program's arguments at the prompt of cmd.exe. Two
 * readers come one after the other: cmd.exe, for which each sign is escaped by a caret, the quotes too, so that
 * it never sees one; then the program, for which backslashes before a quote are doubled. A percent sign has its
 * caret behind it: no caret escapes it, but there is no variable whose name begins with one.
 */
export function cmdWord(text: string): string {
  if (/^[A-Z]{1,40}$/.test(text)) return text;
  const forProgram = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
  return forProgram.replace(/%|(?<!%)[^\w .:/=+,~%\\-]/g, (sign) => (sign === '%' ? '%^' : `^${sign}`));
}

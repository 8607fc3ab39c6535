/** The maximum length of a command in cmd.exe, in characters. */
export const maxCommand = 8191;

/**
 * Returns `text`, which must be printable ASCII, as one program argument at the prompt of cmd.exe. It is
 * parsed twice. cmd.exe comes first: a caret escapes every special character, quotes included, so cmd.exe
 * sees no quoted text. Then the program: backslashes before a quote are doubled. A caret cannot escape a
 * percent sign, so it follows the sign: no variable name starts with a caret, and nothing is expanded.
 */
export function cmdWord(text: string): string {
  if (/^[A-Z]{1,40}$/.test(text)) return text;
  const forProgram = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
  return forProgram.replace(/%|(?<!%)[^\w .:/=+,~%\\-]/g, (sign) => (sign === '%' ? '%^' : `^${sign}`));
}

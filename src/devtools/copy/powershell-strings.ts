/** Longest literal: older consoles cut a line that is too long, and with it the closing quote. */
const maxLiteral = 500;

/**
 * `text`, which must begin with printable ASCII, as strings that PowerShell adds up. Only printable ASCII stands in quotes, where a doubled quote is
 * one: PowerShell takes typographic quotes for quotes, and a console obeys controls.
 */
export function powershellStrings(text: string): readonly string[] {
  const parts = text.match(new RegExp(`[ -~]{1,${maxLiteral}}|[^ -~]`, 'g')) ?? [];
  return parts.map((part) =>
    /[ -~]/.test(part) ? `'${part.replaceAll("'", "''")}'` : `[char]${part.charCodeAt(0)}`,
  );
}

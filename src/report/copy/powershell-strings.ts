/** The maximum length of a literal. Older consoles truncate long lines and lose the closing quote. */
const maxLiteral = 500;

/**
 * Returns `text`, which must begin with printable ASCII, as PowerShell expressions to be joined with `+`.
 * Only printable ASCII is quoted, with quotes doubled: PowerShell treats typographic quotes as quotes, and a
 * console obeys control characters.
 */
export function powershellStrings(text: string): readonly string[] {
  const parts = text.match(new RegExp(`[ -~]{1,${maxLiteral}}|[^ -~]`, 'g')) ?? [];
  return parts.map((part) =>
    /[ -~]/.test(part) ? `'${part.replaceAll("'", "''")}'` : `[char]${part.charCodeAt(0)}`,
  );
}

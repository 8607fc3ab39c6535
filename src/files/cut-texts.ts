/** Many digits in a row: no number of a report or HAR file has so many. */
const maxDigits = 1_000;
const manyDigits = new RegExp(`(\\d{${maxDigits}})\\d+`, 'g');

/**
 * Returns a function that takes JSON in pieces and leaves out what texts in it have beyond `maxLength` UTF-16 code
 * units, so that a large body is never in memory as a whole, and of long numbers what a piece has beyond their first
 * digits. Lengths are those in the file, with escape sequences.
 */
export function openTextCutter(maxLength: number): (piece: string) => string {
  let isInText = false;
  let isEscaped = false;
  let isCutting = false;
  let length = 0;
  /** How many of the next characters belong to an escape sequence such as \u00e9. */
  let escapedLeft = 0;

  return (piece) => {
    let kept = '';
    let from = 0;
    let at = 0;
    let [quote, slash] = [-1, -1];
    const next = (character: '"' | '\\', known: number) => {
      if (known >= at) return known;
      const found = piece.indexOf(character, at);
      return found === -1 ? piece.length : found;
    };
    if (isEscaped && piece !== '') {
      escapedLeft = piece.startsWith('u') ? 4 : 0;
      at = 1;
      isEscaped = false;
    }
    while (at < piece.length) {
      quote = next('"', quote);
      if (!isInText) {
        if (quote - at > maxDigits) {
          const between = piece.slice(at, quote);
          const shorter = between.replace(manyDigits, '$1');
          if (shorter !== between) {
            kept += piece.slice(from, at) + shorter;
            from = quote;
          }
        }
        at = quote + 1;
        isInText = quote < piece.length;
        length = 0;
        continue;
      }
      slash = next('\\', slash);
      const end = Math.min(quote, slash);
      length += end - at;
      if (!isCutting && length > maxLength && end - at >= escapedLeft) {
        isCutting = true;
        kept += piece.slice(from, at + escapedLeft);
      }
      escapedLeft = Math.max(0, escapedLeft - (end - at));
      if (end === quote && quote < piece.length) {
        isInText = false;
        if (isCutting) from = quote;
        isCutting = false;
        at = quote + 1;
      } else if (end === slash && slash < piece.length) {
        length += 2;
        escapedLeft = piece[slash + 1] === 'u' ? 4 : 0;
        isEscaped = slash + 1 === piece.length;
        at = slash + 2;
      } else at = piece.length;
    }
    return isCutting ? kept : kept + piece.slice(from);
  };
}

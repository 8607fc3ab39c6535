const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const earliestYear = 1601;

/**
 * Returns the time in a cookie's Expires attribute, always read as UTC whatever zone it names; null if it is
 * not a date, and then the attribute is ignored.
 *
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-dates
 */
export function parseCookieDate(text: string): number | null {
  let time: readonly number[] | null = null;
  let day: number | null = null;
  let month: number | null = null;
  let year: number | null = null;
  for (const token of text.split(/[\t -/;-@[-`{-~]+/)) {
    const clock = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/.exec(token);
    const number = /^\d{1,4}(?!\d)/.exec(token)?.[0] ?? '';
    const named = months.indexOf(token.slice(0, 3).toLowerCase());
    if (time === null && clock) time = clock.slice(1).map(Number);
    else if (day === null && /^\d{1,2}$/.test(number)) day = Number(number);
    else if (month === null && named !== -1) month = named;
    else if (year === null && number.length > 1) year = fullYear(Number(number));
  }
  if (time === null || day === null || month === null || year === null || year < earliestYear) return null;
  const [hours = 0, minutes = 0, seconds = 0] = time;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const atMs = Date.UTC(year, month, day, hours, minutes, seconds);
  return new Date(atMs).getUTCDate() === day ? atMs : null;
}

function fullYear(year: number): number {
  return year > 99 ? year : year + (year < 70 ? 2_000 : 1_900);
}

import type { ListenerAudit } from '../../channels/audit-listener';
import { orNull } from '../../channels/kinds/replaced';
import type { StoredCookie, StoredCookies } from '../../protocol/cookies';
import type { FoundStar } from '../../reading/find-stars';
import type { ListenerReading, TextPlace } from '../../reading/listener';
import type { RedactionRules } from './rules';

// This redacts readings of the original facts, because redacted scripts cannot be read any more and the
// browser's cookies are not part of the recording. Here, too, every field is listed.

/** Returns a redacted audit of a listener. */
export function redactAudit(audit: ListenerAudit, rules: RedactionRules): ListenerAudit {
  return {
    verdict: audit.verdict,
    because: audit.because,
    run: audit.run,
    risk: audit.risk,
    reading: audit.reading && redactReading(audit.reading, rules),
  };
}

function redactReading(reading: ListenerReading, rules: RedactionRules): ListenerReading {
  const place = ({ line, column, of }: TextPlace): TextPlace => ({
    line,
    column,
    of: orNull(of, rules.name),
  });
  return {
    verdict: reading.verdict,
    because: reading.because,
    reach: reading.reach,
    example: orNull(reading.example, rules.example),
    supposed: orNull(reading.supposed, rules.code),
    loophole: reading.loophole && {
      kind: reading.loophole.kind,
      text: rules.code(reading.loophole.text),
      at: place(reading.loophole.at),
    },
    text: orNull(reading.text, rules.code),
    at: reading.at && place(reading.at),
    to: orNull(reading.to, rules.code),
    checks: reading.checks.map(({ kind, text, at }) => ({ kind, text: rules.code(text), at: place(at) })),
    reads: reading.reads.map(({ field, at }) => ({ field, at: place(at) })),
    passedOn: reading.passedOn.map(({ to, at }) => ({ to: orNull(to, rules.code), at: place(at) })),
  };
}

/** Returns a redacted call that is written with `'*'`. */
export function redactStar(star: FoundStar, rules: RedactionRules): FoundStar {
  return {
    url: orNull(star.url, rules.url),
    inline: star.inline,
    listener: orNull(star.listener, rules.name),
    line: star.line,
    column: star.column,
    text: rules.code(star.text),
  };
}

/** Returns the redacted cookies of the browser. */
export function redactKept({ atMs, cookies }: StoredCookies, rules: RedactionRules): StoredCookies {
  return { atMs, cookies: cookies.map((cookie) => redactCookie(cookie, rules)) };
}

function redactCookie(cookie: StoredCookie, rules: RedactionRules): StoredCookie {
  return {
    name: rules.cookieName(cookie.name),
    value: rules.cookieValue(cookie.value),
    domain: cookie.domain,
    isHostOnly: cookie.isHostOnly,
    path: rules.path(cookie.path),
    isSecure: cookie.isSecure,
    isPartitioned: cookie.isPartitioned,
    sameSite: cookie.sameSite,
    expiresAtMs: cookie.expiresAtMs,
    partition: cookie.partition,
  };
}

import type { Compared, ComparedAnswer, ComparedHop } from '../../diagnosis/compare/compared';
import type { Header, HeaderList } from '../../engine';
import { minimalRules } from '../redaction/minimal-rules';
import { placeholderPattern } from '../redaction/placeholder-pattern';
import { openPlaceholders } from '../redaction/placeholders';
import { readableRules } from '../redaction/readable-rules';
import { type Hosts, hostsOf } from '../redaction/recorded';
import type { Redaction, RedactionRules } from '../redaction/rules';

/**
 * Returns requests without what that level of redaction removes, by the rules for recordings. Equal values get equal
 * placeholders, so a comparison of them has the same differences.
 */
export function redactCompared(all: readonly Compared[], redaction: Redaction): readonly Compared[] {
  if (redaction === 'everything') return all;
  const placeholders = openPlaceholders();
  const none: ReadonlyMap<string, string> = new Map();
  const replaced = (rules: RedactionRules) => all.map((compared) => redacted(compared, rules));
  if (redaction === 'minimal') return replaced(minimalRules(placeholders, hostsIn(all), none));
  // The first pass finds the secrets, the second also replaces their repetitions.
  replaced(readableRules(placeholders, none));
  return replaced(readableRules(placeholders, none));
}

function hostsIn(all: readonly Compared[]): Hosts {
  return hostsOf(all.flatMap(({ origin, hops }) => [origin, ...hops.map(({ url }) => url)]));
}

/** The rules for what a comparison reads. */
type ComparedRules = Pick<RedactionRules, 'url' | 'origin' | 'error' | 'method' | 'cookieName' | 'header'>;

/** Every field is listed, so that a new field does not compile until it is handled. */
function redacted(compared: Compared, rules: ComparedRules): Compared {
  const list = (headers: HeaderList | null) =>
    headers?.map(([name, value]): Header => [name, rules.header(name, value)]) ?? null;
  const answer = (each: ComparedAnswer | null) =>
    each && { status: each.status, headers: list(each.headers) };
  const hop = (each: ComparedHop): ComparedHop => ({
    url: rules.url(each.url),
    method: rules.method(each.method),
    requestHeaders: list(each.requestHeaders),
    response: answer(each.response),
    redirectedTo: each.redirectedTo === null ? null : rules.url(each.redirectedTo),
    hasPreflight: each.hasPreflight,
    preflight: answer(each.preflight),
    internal: each.internal,
  });
  return {
    id: compared.id,
    file: compared.file,
    browser: compared.browser,
    startedAtMs: compared.startedAtMs,
    outcome: compared.outcome,
    finding: compared.finding,
    cause: compared.cause,
    bases: compared.bases,
    kind: compared.kind,
    initiator: compared.initiator,
    origin: compared.origin === null ? null : rules.origin(compared.origin),
    mode: compared.mode,
    credentialsMode: compared.credentialsMode,
    redirectMode: compared.redirectMode,
    triggers: compared.triggers,
    preflightCache: compared.preflightCache,
    servedBy: compared.servedBy,
    error: compared.error === null ? null : rules.error(compared.error),
    cookies: compared.cookies?.map((each) => ({ ...each, name: rules.cookieName(each.name) })) ?? null,
    document: list(compared.document),
    hops: compared.hops.map(hop),
  };
}

/**
 * Returns two requests of which at least one is from a file in a form in which they can be compared: a placeholder has
 * another number in each file, so only its form is left, and what the file has replaced is replaced in the other one.
 */
export function inOneForm(
  left: Compared,
  right: Compared,
  redaction: Redaction,
): readonly [Compared, Compared] {
  if (left.file === right.file || redaction === 'everything') return [left, right];
  const formOf = (each: Compared) => unnumbered(redactCompared([each], redaction)[0] ?? each);
  return [formOf(left), formOf(right)];
}

function unnumbered(compared: Compared): Compared {
  const text = (value: string) =>
    value.replace(placeholderPattern, (found) => found.replace(/\d+[-_](?=\d)/, ''));
  return redacted(compared, {
    url: text,
    origin: text,
    error: text,
    method: text,
    cookieName: text,
    header: (_, value) => text(value),
  });
}

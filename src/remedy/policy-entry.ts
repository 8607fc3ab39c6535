/** A request that a policy of its own page blocked. */
interface Blocked {
  /** The origin that the policy would have to allow. */
  readonly target: string;
  /** The effective directive of a Content Security Policy; null if unknown. */
  readonly directive: string | null;
  /** Whether it was blocked as it was redirected. */
  readonly isRedirect: boolean;
}

/** The part of a header that blocked a request, and what to add to it; null if nothing can be added. */
export interface PolicyEntry {
  readonly policy: string;
  readonly entry: string | null;
}

/** Returns the part of a policy's header that decides about a request, and the entry that would let it pass. */
export function entryFor(header: string, value: string, blocked: Blocked): PolicyEntry {
  const { target, directive, isRedirect } = blocked;
  if (/^Connection-Allowlist/.test(header)) {
    return { policy: value, entry: isRedirect ? 'redirects=allow' : `"${target}"` };
  }
  if (/^Content-Security-Policy/.test(header)) return ofSecurityPolicy(value, directive, target);
  if (header === 'Permissions-Policy') {
    const parts = value.split(',').map((part) => part.trim());
    return { policy: parts.find((part) => part.startsWith('sync-xhr')) ?? value, entry: 'sync-xhr=(self)' };
  }
  return { policy: value, entry: null };
}

/** The directives that apply if a directive is missing, in order. @see https://w3c.github.io/webappsec-csp/#directive-fallback-list */
const fallbacks: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(script|style)-src-(elem|attr)$/, ['$1-src', 'default-src']],
  [/^worker-src$/, ['child-src', 'script-src', 'default-src']],
  [/^(frame)-src$/, ['child-src', 'default-src']],
  [/^.*-src$/, ['default-src']],
];

/** Policies of one header value are separated by commas, so several can apply. */
function ofSecurityPolicy(value: string, directive: string | null, target: string): PolicyEntry {
  if (directive === null || directive === '') return { policy: value, entry: null };
  const [pattern, others = []] = fallbacks.find(([names]) => names.test(directive)) ?? [];
  const names = [directive, ...others.map((name) => (pattern ? directive.replace(pattern, name) : name))];
  const found = value.split(',').flatMap((policy) => {
    const parts = policy.split(';').map((part) => part.trim());
    const byName = names.map((name) => parts.find((part) => nameOf(part) === name));
    const [first] = byName.filter((part) => part !== undefined);
    return first === undefined ? [] : [first];
  });
  const [first] = found;
  if (first === undefined) return { policy: value, entry: null };
  const [, ...sources] = first.split(/\s+/);
  const kept = sources.filter((source) => source.toLowerCase() !== "'none'");
  return {
    policy: [...new Set(found)].join(', '),
    entry: nameOf(first) === directive ? target : [directive, ...kept, target].join(' '),
  };
}

function nameOf(part: string): string {
  return part.split(/\s+/, 1)[0]?.toLowerCase() ?? '';
}

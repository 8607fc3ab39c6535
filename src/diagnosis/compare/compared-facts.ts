import { type HeaderList, originOf, parseUrl } from '../../engine';
import type { Compared, ComparedAnswer, ComparedHop, ComparedPart } from './compared';
import { isDocumentPolicy, isVolatile } from './header-groups';

/** What a fact is about. The order is the order in which facts matter when none of them decides. */
export const comparedFields = [
  'cross-origin',
  'mode',
  'credentials',
  'origin',
  'method',
  'trigger',
  'upload',
  'preflight',
  'redirect',
  'status',
  'error',
  'server',
  'kind',
  'initiator',
  'redirect-mode',
  'header',
  'cookie',
  'internal',
  'served-by',
  'browser',
  'path',
  'query',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** One fact about a request. */
export interface ComparedFact {
  readonly field: ComparedField;
  readonly part: ComparedPart;
  readonly hop: number;
  /** The name of a header or cookie as written; '' for other fields. */
  readonly name: string;
  /** null: it is absent, as a header that was not sent. */
  readonly value: string | null;
}

/** The facts about a request by their keys, and which groups of facts are known completely. */
export interface ComparedFacts {
  readonly byKey: ReadonlyMap<string, ComparedFact>;
  /** Whether the absence of a fact is known: false if its group was not visible. */
  knows(fact: ComparedFact): boolean;
}

/** The key under which the same fact of two requests is compared. */
export function keyOf({ field, part, hop, name }: Omit<ComparedFact, 'value'>): string {
  return `${hop} ${part} ${field} ${field === 'cookie' ? name : name.toLowerCase()}`;
}

const groupOf = ({ field, part, hop }: Omit<ComparedFact, 'value' | 'name'>) => `${hop} ${part} ${field}`;

/** Returns everything that is compared about a request, as a list of facts. */
export function factsOf(compared: Compared): ComparedFacts {
  const byKey = new Map<string, ComparedFact>();
  const groups = new Set<string>();
  const add = (
    field: ComparedField,
    value: string | null | undefined,
    place: Partial<Omit<ComparedFact, 'field' | 'value'>> = {},
  ) => {
    if (value === undefined) return;
    const fact = { field, part: 'request', hop: 0, name: '', value, ...place } as const;
    byKey.set(keyOf(fact), fact);
  };
  const addHeaders = (list: HeaderList | null, part: ComparedPart, hop: number) => {
    if (!list) return;
    groups.add(groupOf({ field: 'header', part, hop }));
    for (const [lower, { name, values }] of grouped(list)) {
      if (isOwnFact(lower, part) || isVolatile(lower)) continue;
      add('header', values.join(', '), { part, hop, name });
    }
  };

  const { origin, triggers } = compared;
  add('mode', compared.mode ?? undefined);
  add('credentials', compared.credentialsMode ?? undefined);
  add('redirect-mode', compared.redirectMode ?? undefined);
  add('origin', origin ?? undefined);
  add('kind', compared.kind ?? undefined);
  add('initiator', compared.initiator ?? undefined);
  add('browser', compared.browser ?? undefined);
  add('error', compared.outcome === null ? undefined : compared.error);
  add('served-by', compared.servedBy === 'unknown' ? undefined : (compared.servedBy ?? undefined));
  if (triggers) {
    groups.add(groupOf({ field: 'trigger', part: 'request', hop: 0 }));
    for (const name of triggers.headerNames) add('trigger', '', { name });
    add('upload', triggers.isUpload ? 'yes' : 'no');
  }
  if (compared.cookies) {
    for (const part of ['request', 'response'] as const)
      groups.add(groupOf({ field: 'cookie', part, hop: 0 }));
    // One line per cookie: where it was sent or set last.
    for (const { name, direction } of compared.cookies) {
      const isSet = direction === 'set' || direction === 'refused';
      add('cookie', direction, { part: isSet ? 'response' : 'request', name });
    }
  }
  const policies = compared.document?.filter(([name]) => isDocumentPolicy(name));
  addHeaders(policies ?? null, 'document', 0);

  compared.hops.forEach((hop, index) => {
    const at = { hop: index };
    const url = parseUrl(hop.url);
    add('method', hop.method, at);
    add('server', url ? `${url.protocol}//${url.host}` : hop.url, at);
    add('path', url?.pathname, at);
    add('query', url?.search, at);
    if (origin !== null) add('cross-origin', isOwn(hop.url, origin) ? 'same-origin' : 'cross-origin', at);
    add('internal', hop.internal, at);
    add('preflight', preflightOf(hop, index, compared), at);
    add('redirect', redirectOf(hop), { ...at, part: 'response' });
    addHeaders(hop.requestHeaders, 'request', index);
    for (const part of ['preflight', 'response'] as const) {
      const answer: ComparedAnswer | null = hop[part];
      if (!answer) continue;
      add('status', String(answer.status), { ...at, part });
      addHeaders(answer.headers, part, index);
    }
  });
  return { byKey, knows: (fact) => groups.has(groupOf(fact)) };
}

/** Whether a header is compared as another fact: as a cookie, as the origin, as a redirect. */
function isOwnFact(name: string, part: ComparedPart): boolean {
  return part === 'request' ? /^(cookie|origin|host|referer)$/.test(name) : name === 'set-cookie';
}

function isOwn(url: string, origin: string): boolean {
  return originOf(url.replace(/^ws/, 'http')) === origin;
}

/** Whether a hop had a preflight; undefined if that is not known. */
function preflightOf(
  { hasPreflight, url }: ComparedHop,
  index: number,
  { triggers, preflightCache, origin }: Compared,
): string | undefined {
  if (hasPreflight) return 'sent';
  if (origin !== null && isOwn(url, origin)) return 'none';
  if (index > 0 || triggers === null) return undefined;
  if (triggers.headerNames.length === 0 && !triggers.isMethod && !triggers.isUpload) return 'none';
  return preflightCache === 'hit' ? 'cached' : undefined;
}

/** Where a hop was redirected to; null if its response was no redirect, undefined if that is not known. */
function redirectOf({ redirectedTo, response }: ComparedHop): string | null | undefined {
  return redirectedTo ?? (response ? null : undefined);
}

/** The last spelling and the values of each header by its name in lower case. */
function grouped(list: HeaderList): ReadonlyMap<string, { name: string; readonly values: string[] }> {
  const groups = new Map<string, { name: string; readonly values: string[] }>();
  for (const [name, value] of list) {
    const lower = name.toLowerCase();
    const group = groups.get(lower);
    if (group) {
      group.name = name;
      group.values.push(value);
    } else groups.set(lower, { name, values: [value] });
  }
  return groups;
}

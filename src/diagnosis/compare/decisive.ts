import { type FindingCode, getHeader } from '../../engine';
import type { Compared, ComparedAnswer, ComparedFinding, ComparedPart } from './compared';
import { type ComparedFact, type ComparedField, factsOf, keyOf } from './compared-facts';

/**
 * Why a fact decides. `rule`: the rule that decided reads it. `masked`: an error response, which is often made by a
 * layer without CORS headers. `preflight`: it needs a preflight. `redirect`: it led to the response that was
 * checked. `cause`: the cause rests on it.
 */
export type DecidesBecause = 'rule' | 'masked' | 'preflight' | 'redirect' | 'cause';

/** Facts that decide. */
export interface Read {
  readonly field: ComparedField;
  readonly because: DecidesBecause;
  readonly part?: ComparedPart;
  /** The hop; any if it is not given. */
  readonly hop?: number;
  /** In lower case; any name if it is not given. */
  readonly name?: string;
}

const read = (field: ComparedField, name?: string): Read => ({
  field,
  because: 'rule',
  ...(name && { name }),
});
const header = (part: ComparedPart, name: string): Read => ({ ...read('header', name), part });
const [allowOrigin, allowCredentials] = ['access-control-allow-origin', 'access-control-allow-credentials'];

/** What the rule behind a finding reads, in the order in which it matters. `part`: the response that was checked. */
type Reads = (part: 'preflight' | 'response', answer: ComparedAnswer | null) => readonly Read[];

const corsCheck: Reads = (part) => [header(part, allowOrigin)];
const credentialed: Reads = (part) => [
  read('credentials'),
  header(part, allowOrigin),
  header(part, allowCredentials),
];
const typeOf: Reads = () => [
  header('response', 'content-type'),
  header('response', 'x-content-type-options'),
  read('kind'),
];
const policy = (name: string) => [header('document', name), read('server')];
const embedder = header('document', 'cross-origin-embedder-policy');
const resourcePolicy = header('response', 'cross-origin-resource-policy');
/** With credentials, * is a name, so that the credentials mode decides. */
const wildcard = (answer: ComparedAnswer | null) =>
  getHeader(answer?.headers ?? [], 'Access-Control-Allow-Headers')?.includes('*')
    ? [read('credentials')]
    : [];
const network: Reads = () => [read('server'), read('error'), read('served-by')];

// biome-ignore format: a table
const table: readonly (readonly [pattern: RegExp, reads: Reads])[] = [
  [/allow-origin-wildcard|allow-credentials/, credentialed],
  [/allow-origin/,                   corsCheck],
  [/^preflight-(status|redirect)$/,  () => [{ ...read('status'), part: 'preflight' }, header('preflight', 'location')]],
  [/^preflight-(allow-methods|method)/, () => [read('method'), header('preflight', 'access-control-allow-methods')]],
  [/^preflight-(allow-headers|header)/, (_, answer) => [...wildcard(answer), header('preflight', 'access-control-allow-headers')]],
  [/^redirect-mode-error$/,          () => [read('redirect'), read('redirect-mode')]],
  [/redirect/,                       () => [read('redirect'), read('credentials'), read('mode')]],
  [/^(mode-same-origin|worker-cross-origin|scheme-not-http)$/, () => [read('mode'), read('server')]],
  [/^no-cors-redirect-mode$/,        () => [read('mode'), read('redirect-mode')]],
  [/^csp$/,                          () => policy('content-security-policy')],
  [/^connection-allowlist$/,         () => policy('connection-allowlist')],
  [/^permissions-policy$/,           () => policy('permissions-policy')],
  [/^integrity-policy$/,             () => [header('document', 'integrity-policy'), read('mode'), read('server')]],
  [/^mixed-content$/,                () => [read('server'), read('origin')]],
  [/^bad-port$/,                     () => [read('server')]],
  [/^local-network/,                 () => [read('server'), read('origin'), header('document', 'permissions-policy')]],
  [/^corp-/,                         () => [resourcePolicy, read('mode'), read('origin')]],
  [/^coep-require-corp$/,            () => [resourcePolicy, embedder, read('mode')]],
  [/^coep-/,                         () => [header('response', 'cross-origin-embedder-policy'), embedder]],
  [/^document-isolation-policy$/,    () => [resourcePolicy, header('document', 'document-isolation-policy'), read('mode')]],
  [/^orb$/,                          (part, answer) => [...typeOf(part, answer), read('mode')]],
  [/^(nosniff|.*mime-type)$/,        typeOf],
  [/^frame-refused$/,                () => [header('response', 'x-frame-options'), header('response', 'content-security-policy'), read('origin')]],
  [/^login-prompt$/,                 () => [{ ...read('status'), part: 'response' }, header('response', 'www-authenticate')]],
  [/^socket-handshake$/,             () => [{ ...read('status'), part: 'response' }, read('origin'), read('server')]],
  [/^service-worker/,                () => [read('served-by')]],
  [/^not-cached$/,                   () => [read('served-by')]],
  [/^(network-|preflight-network|browser-limit|blocked-by-extension|streaming-body|aborted)/, network],
  [/^(response-|body-|unknown-error)/, () => [read('error')]],
];

/** Findings of the CORS protocol, which requests of another mode and same-origin requests do not meet. */
const isOfCors = (code: FindingCode) => /^(preflight-|allow-|redirect-with|redirect-scheme)/.test(code);
/** Findings that an error response can have instead of the real response. */
const isMaskable = (code: FindingCode) =>
  /^(preflight-)?allow-|^preflight-(status|redirect)$|^orb$|^nosniff$|mime-type$|^coep-|^corp-/.test(code);

/**
 * Returns the facts that decided about a request, those that matter most first: what the rule behind its finding
 * reads, and what its cause rests on. `other` is the request that it is compared with.
 */
export function decisiveFacts(compared: Compared, other: Compared): readonly Read[] {
  const { finding, outcome, bases } = compared;
  return [
    ...(finding ? readsOf(compared, finding, other) : []),
    ...(outcome === 'opaque' && other.outcome === 'allowed' ? [read('mode'), read('kind')] : []),
    ...[...bases].sort((a, b) => rankOf(a) - rankOf(b)).flatMap(basisOf),
  ];
}

function readsOf(compared: Compared, finding: ComparedFinding, other: Compared): readonly Read[] {
  const { code, hop } = finding;
  const part = code.startsWith('preflight-') ? 'preflight' : 'response';
  const reads =
    table.find(([pattern]) => pattern.test(code))?.[1](part, compared.hops[hop]?.[part] ?? null) ?? [];
  // A redirect before led to the response that was checked.
  const before = compared.hops
    .slice(0, hop)
    .map((_, index): Read => ({ field: 'redirect', hop: index, because: 'redirect' }));
  const protocol = isOfCors(code) ? [read('mode'), read('origin'), read('cross-origin')] : [];
  const located = (each: Read): Read =>
    each.part === 'preflight' || each.part === 'response' ? { ...each, hop } : each;
  return [
    ...before,
    ...(part === 'preflight' ? preflightReads(compared, finding, other) : []),
    ...protocol,
    ...(part === 'response' ? [{ field: 'redirect', hop, because: 'redirect' } as const] : []),
    ...(isMasked(compared, finding, other, part)
      ? [{ field: 'status', because: 'masked', part, hop } as const]
      : []),
    ...reads.map(located),
    // The result of an earlier preflight was cached.
    ...(part === 'preflight' ? [{ field: 'preflight', because: 'preflight' } as const] : []),
  ];
}

/** The headers that a preflight did not allow, and what makes it necessary if the other request had none. */
function preflightReads(
  { triggers }: Compared,
  { hop, missingNames }: ComparedFinding,
  other: Compared,
): readonly Read[] {
  const missing = missingNames.map((name): Read => ({ field: 'trigger', name, because: 'rule' }));
  const place = { field: 'preflight', part: 'request', hop, name: '' } as const;
  if (factsOf(other).byKey.get(keyOf(place))?.value !== 'none') return missing;
  const fields = [
    'trigger',
    ...(triggers?.isMethod ? (['method'] as const) : []),
    'upload',
    'preflight',
  ] as const;
  return [...missing, ...fields.map((field): Read => ({ field, because: 'preflight' }))];
}

const isOk = (status: number | undefined) => status !== undefined && status < 300;

/** Whether the response that was checked is an error or a redirect, and that of the other request is not. */
function isMasked(
  { hops }: Compared,
  { code, hop }: ComparedFinding,
  other: Compared,
  part: 'preflight' | 'response',
): boolean {
  const [own, its] = [hops[hop]?.[part]?.status, other.hops[hop]?.[part]?.status];
  return isMaskable(code) && own !== undefined && !isOk(own) && isOk(its);
}

/** What was requested comes before what that led to. */
function rankOf({ part, kind }: Compared['bases'][number]): number {
  return part === 'request' ? 0 : kind === 'status' ? 2 : 1;
}

function basisOf({ kind, part, hop, name }: Compared['bases'][number]): readonly Read[] {
  const because = 'cause';
  if (kind === 'status') return [{ field: 'status', part, hop, because }];
  if (kind === 'redirect') return [{ field: 'redirect', hop, because }];
  if (kind === 'error') return [{ field: 'error', because }];
  if (part === 'request' && name === 'cookie')
    return [
      { field: 'credentials', because },
      { field: 'cookie', because },
    ];
  if (part === 'request' && name === 'origin') return [{ field: 'origin', because }];
  if (part === 'request') {
    return [
      { field: 'trigger', name, because },
      { field: 'header', part, name, because },
    ];
  }
  return [{ field: 'header', part, hop, name, because }];
}

/** Whether a fact is one of those. */
export function isRead(fact: ComparedFact, { field, part, hop, name }: Read): boolean {
  return (
    fact.field === field &&
    (part === undefined || fact.part === part) &&
    (hop === undefined || fact.hop === hop) &&
    (name === undefined || fact.name.toLowerCase() === name)
  );
}

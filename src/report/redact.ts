import type { Header } from '../engine';
import { openKnownSecrets } from './known-secrets';
import type { Report } from './model';
import { ownWords, wordsIn } from './own-words';
import { openPlaceholders } from './placeholders';
import { type Replace, secretsInHeader, secretsInText, secretsInUrl } from './secret-places';

/**
 * What a field holds: `own`, words of ours, of the standard or of the browser, never touched; `url`, one URL;
 * `headers`, a header list; `need`, a header and its values; `text`, anything that may repeat a value.
 */
type Leaf = 'own' | 'url' | 'headers' | 'need' | 'text';

/** A leaf for each field of `T`: a field that is added to the report does not compile until it has one. */
type Plan<T> =
  | Leaf
  | (T extends readonly (infer Item)[]
      ? readonly [Plan<NonNullable<Item>>]
      : T extends object
        ? { readonly [Name in keyof T]-?: Plan<NonNullable<T[Name]>> }
        : never);

const plan: Plan<Report> = {
  schema: 'own',
  generator: 'own',
  language: 'own',
  browser: 'own',
  page: { url: 'url', origin: 'text', title: 'text' },
  recorded: 'own',
  recording: 'own',
  redacted: 'own',
  frames: [{ frameId: 'own', documentId: 'own', parent: 'own', url: 'url', origin: 'text' }],
  exchanges: [
    {
      id: 'own',
      requestId: 'own',
      startedAt: 'own',
      durationMs: 'own',
      frame: { frameId: 'own', documentId: 'own', origin: 'text' },
      initiator: 'own',
      stack: 'text',
      type: 'own',
      hops: [
        {
          url: 'url',
          method: 'text',
          origin: 'text',
          status: 'own',
          requestHeaders: 'headers',
          responseHeaders: 'headers',
          reachedServer: 'own',
          serverIp: 'own',
          preflight: 'own',
          internal: 'own',
        },
      ],
      method: 'text',
      url: 'url',
      preflightFor: 'own',
      mode: 'own',
      credentialsMode: 'own',
      relation: 'own',
      access: 'own',
      class: 'own',
      preflightTriggers: 'text',
      preflightCache: 'own',
      outcome: 'own',
      outcomeBasis: 'own',
      headline: 'text',
      sinceReload: 'own',
      pageSaw: 'own',
      responseType: 'own',
      readableHeaders: 'text',
      hiddenHeaders: 'text',
      timing: 'own',
      findings: [
        {
          code: 'own',
          severity: 'own',
          hop: 'own',
          section: 'own',
          step: 'own',
          specUrl: 'own',
          title: 'text',
          remedy: 'text',
          evidence: 'text',
        },
      ],
      candidates: 'own',
      browserReason: 'own',
      browserReasonCandidates: 'own',
      browserSays: 'text',
      otherBrowser: 'own',
      error: 'text',
      status: 'own',
      servedBy: 'own',
      needs: ['need'],
      cookies: [{ hop: 'own', name: 'text', direction: 'own', because: 'text', basis: 'own' }],
      traces: [
        {
          hop: 'own',
          section: 'own',
          result: 'own',
          step: 'own',
          finding: 'own',
          passedOver: 'own',
          evidence: 'text',
        },
      ],
      causes: [{ code: 'own', confidence: 'own', title: 'text', evidence: 'text', remedy: 'text' }],
      fixes: [{ stack: 'own', title: 'text', language: 'own', text: 'text' }],
      assumptions: [{ field: 'own', because: 'text' }],
    },
  ],
  pageEvents: [
    {
      id: 'own',
      at: 'own',
      kind: 'own',
      frame: { frameId: 'own', documentId: 'own', origin: 'text' },
      source: 'own',
    },
  ],
  advice: [
    {
      code: 'own',
      severity: 'own',
      title: 'text',
      evidence: 'text',
      exchanges: 'own',
      pageEvents: 'own',
    },
  ],
};

/** Shorter values, such as `1` or `en`, hide nothing where they are the whole of another field. */
const minWholeLength = 4;

/** What becomes of a string where it stands. */
interface Visitor {
  text(text: string): string;
  url(url: string): string;
  header(name: string, value: string): string;
}

/**
 * The report without its secrets: values of Cookie, Set-Cookie, Authorization and Proxy-Authorization, and
 * values in URLs and headers that look like one, in every field that repeats them. Equal values become equal
 * placeholders, so that comparing still works. Values under six characters, hosts, and words that the
 * report's own sentences are made of are replaced only where they stand as a value.
 */
export function redact(report: Report): Report {
  if (report.redacted) return report;
  const placeholders = openPlaceholders();
  const { of } = placeholders;
  // First every place that shows what is secret, then every text, which may repeat it.
  const names = new Set<string>();
  const collecting: Visitor = {
    text: once((text) => {
      secretsInText(text, of);
      return text;
    }),
    url: once((url) => {
      for (const host of hostsIn(url)) names.add(host);
      secretsInUrl(url, of);
      return url;
    }),
    header: onceForHeaders((name, value) => {
      names.add(name.toLowerCase());
      secretsInHeader(name, value, of);
      return value;
    }),
  };
  visit(report, plan, collecting);

  const errors = report.exchanges.flatMap(({ error }) => error ?? []);
  const ours = [ownWords(report.language), wordsIn(errors), names, wordsIn(names)];
  const isTold = (secret: string) => !isPlaceholderLike(secret) && !isOurs(secret, ours);
  const known = openKnownSecrets(placeholders.forms(isTold));
  const knows = (value: string) => value.length >= minWholeLength && placeholders.has(value) && isTold(value);
  const replace: Replace = Object.assign((secret: string) => of(secret), { knows });
  const replacing: Visitor = {
    text: once((text) => (knows(text) ? of(text) : secretsInText(known(text), replace))),
    url: once((url) => secretsInUrl(known(url), replace)),
    header: onceForHeaders((name, value) => known(secretsInHeader(name, value, replace))),
  };
  return { ...(visit(report, plan, replacing) as Report), redacted: true };
}

/** What becomes of a value that is planned so. */
function visit(value: unknown, here: unknown, visitor: Visitor): unknown {
  if (here === 'own' || value === null) return value;
  if (typeof value === 'string') return here === 'url' ? visitor.url(value) : visitor.text(value);
  if (typeof value !== 'object') return value;
  if (here === 'headers' && Array.isArray(value)) {
    return (value as readonly Header[]).map(([name, text]) => [name, visitor.header(name, text)]);
  }
  if (Array.isArray(value)) {
    const item: unknown = Array.isArray(here) ? here[0] : here;
    return value.map((each) => visit(each, item, visitor));
  }
  const visited: Record<string, unknown> = { ...value };
  const { header } = visited;
  for (const [name, part] of Object.entries(value)) {
    const isValue = here === 'need' && (name === 'has' || name === 'needs') && typeof part === 'string';
    visited[name] = isValue ? visitor.header(String(header), part) : visit(part, planOf(here, name), visitor);
  }
  return visited;
}

/** The plan of a member; one that no plan knows may hold anything. */
function planOf(here: unknown, name: string): unknown {
  if (here === 'need') return name === 'header' || name === 'on' ? 'own' : 'text';
  return typeof here === 'object' && here !== null && Object.hasOwn(here, name)
    ? (here as Readonly<Record<string, unknown>>)[name]
    : 'text';
}

/** Each string but once: reports repeat themselves. */
function once(replace: (text: string) => string): (text: string) => string {
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const replaced = replace(text);
    made.set(text, replaced);
    return replaced;
  };
}

function onceForHeaders(replace: Visitor['header']): Visitor['header'] {
  const byName = new Map<string, (value: string) => string>();
  return (name, value) => {
    const known = byName.get(name) ?? once((text) => replace(name, text));
    byName.set(name, known);
    return known(value);
  };
}

/** A URL's host, the domains that it is in, and its origin. */
function hostsIn(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const { port, hostname, origin } = new URL(url);
  const labels = hostname.split('.');
  const domains = labels.map((_, index) => labels.slice(index).join('.'));
  return [...labels, ...domains, ...domains.map((domain) => `${domain}:${port}`), origin, `${origin}/`];
}

/** Whether a secret is a word of ours, a host or a header's name: then it is no secret where we say it. */
function isOurs(secret: string, words: readonly ReadonlySet<string>[]): boolean {
  const text = secret.toLowerCase();
  const isWord = (part: string) => words.some((all) => all.has(part));
  return isWord(text) || (/^[a-z]+(?:[ -][a-z]+)+$/.test(text) && text.split(/[ -]/).every(isWord));
}

/** Whether a text could be found within a placeholder. */
function isPlaceholderLike(text: string): boolean {
  const [, letters] = /^([A-Z]+)(?:-?\d*)$/i.exec(text) ?? [];
  return letters !== undefined && 'REDACTED'.endsWith(letters.toUpperCase());
}

import type { OriginKey, Origins } from './origins';

/** A sentence in each language of the playground. */
export interface Text {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** The languages of the playground. */
export type Language = keyof Text;

/** Where a scenario's steps run. */
export type Place = 'page' | 'plain' | 'sandboxed-frame' | 'dedicated-worker';

/** A section of the index. */
export type SectionKey =
  | 'rules'
  | 'access'
  | 'cookies'
  | 'same-origin'
  | 'simple'
  | 'credentials'
  | 'preflight'
  | 'redirects'
  | 'opaque'
  | 'elsewhere'
  | 'causes'
  | 'advice'
  | 'own-policies'
  | 'not-an-origin-rule';

/** The parameters of `/x`; in their values, `{page}` and the other origins' names in braces stand for the origins. */
export type Query = Readonly<Record<string, string | readonly string[] | Hop>>;

/** Another URL of `/x`, as the value of `loc` or `ploc`. */
export interface Hop {
  readonly to: OriginKey;
  readonly path?: string;
  readonly userinfo?: string;
  readonly query: Query;
}

/** One request that a page makes. */
export interface Step {
  /** `link` and `form` leave the page; their target reports the arrival. */
  readonly via: 'fetch' | 'xhr' | 'img' | 'script' | 'iframe' | 'link' | 'form';
  readonly to: OriginKey;
  /** `/x` without; any path that ends like this, or begins with `/api/`, has the same endpoint. */
  readonly path?: string;
  readonly query: Query;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly mode?: 'cors' | 'no-cors' | 'same-origin';
  /** For XMLHttpRequest, `include` sets withCredentials. */
  readonly credentials?: 'omit' | 'same-origin' | 'include';
  readonly crossOrigin?: 'anonymous' | 'use-credentials';
  readonly abortAfterMs?: number;
  /** The property of a loaded frame's window that the page then accesses. */
  readonly touches?: 'document' | 'localStorage' | 'indexedDB' | 'hello';
  /** Response headers that the page then looks at. */
  readonly reads?: readonly string[];
  /** Requests the URL of the previous step again. */
  readonly repeats?: true;
}

/** How sure CORScope is of a cause; null in a browser that does not have it or does not show it. */
export type CauseConfidence = 'certain' | 'likely' | 'possible' | null;

/** The cause that a page shows. */
export interface ShownCause {
  readonly code: string;
  readonly confidence: Readonly<Record<'Chromium' | 'Firefox', CauseConfidence>>;
}

/** A few requests that show one rule. */
export interface Scenario {
  readonly id: string;
  readonly title: Text;
  readonly section: SectionKey;
  readonly on: Place;
  /** The cause that CORScope names first. */
  readonly cause?: ShownCause;
  /** The code of the advice that the Advice view gives about it. */
  readonly advice?: string;
  /** A header line that its page is served with, with origins in braces. */
  readonly policy?: string;
  /** What the page first writes to document.cookie, and deletes at the end. */
  readonly cookies?: readonly string[];
  readonly steps: readonly Step[];
}

/** A step with its URL, as the page gets it. */
export interface PageStep extends Omit<Step, 'to' | 'path' | 'query' | 'repeats'> {
  /** The scenario's id. */
  readonly c: string;
  readonly url: string;
}

/** What the page itself saw of a step. */
export type StepResult =
  | {
      readonly c: string;
      readonly resolved: true;
      readonly type: string;
      readonly status?: number;
      /** What it read of the headers, each `Name: value`. */
      readonly read?: readonly string[];
    }
  | { readonly c: string; readonly resolved: false; readonly name: string };

/**
 * The steps of a scenario, ready to run. Each URL begins with the parameters that identify it: `c` the scenario,
 * `n` the step, `r` the run; a redirect's later URLs have the same three and a `hop`.
 */
export function pageSteps(
  { id, steps }: Pick<Scenario, 'id' | 'steps'>,
  origins: Origins,
  run: string,
): readonly PageStep[] {
  return steps.map(({ to, path, query, repeats, ...rest }, index) => {
    const join = { c: id, n: String(repeats ? index : index + 1), r: run };
    return { c: id, ...rest, url: scenarioUrl({ to, ...(path && { path }), query }, join, origins) };
  });
}

function scenarioUrl(
  { to, path = '/x', userinfo, query }: Hop,
  join: Readonly<Record<string, string>>,
  origins: Origins,
): string {
  const parameters = new URLSearchParams(join);
  const { hop = '1' } = join;
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'object' && 'to' in value) {
      parameters.append(name, scenarioUrl(value, { ...join, hop: String(Number(hop) + 1) }, origins));
    } else {
      for (const one of [value].flat()) parameters.append(name, withOrigins(one, origins));
    }
  }
  const origin = userinfo === undefined ? origins[to] : origins[to].replace('//', `//${userinfo}@`);
  return `${origin}${path}?${parameters}`;
}

/** A text in which the origins stand for their names in braces; `{ws:api}` is one for WebSockets. */
export function withOrigins(text: string, origins: Origins): string {
  return Object.entries(origins).reduce(
    (filled, [key, origin]) =>
      filled.replaceAll(`{${key}}`, origin).replaceAll(`{ws:${key}}`, origin.replace(/^http/, 'ws')),
    text,
  );
}

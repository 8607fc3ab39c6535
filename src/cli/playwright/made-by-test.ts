import type { BrowserContext, Page, Request, Route } from '@playwright/test';
import type { Language } from '../../prose';
import { cliWords } from '../../prose/cli-words';
import { shortUrl } from '../../prose/short-url';

/** What a test did to requests itself: a browser alone would have done something else. */
export interface MadeByTest {
  /** The requests that it answered, by their URLs. */
  readonly answered: Set<string>;
  /** The headers that it added to one request. */
  readonly added: Map<string, readonly string[]>;
  /** The headers that it added to all requests. */
  readonly addedToAll: Set<string>;
  /** What it has set routes for: each answers all preflights of its pages, whatever its pattern. */
  readonly routed: Set<BrowserContext | Page>;
}

type Handler = (route: Route, request: Request) => unknown;

const watchedContexts = new WeakMap<BrowserContext, MadeByTest>();

/** Watches what a test does to the requests of a context, before the test gets it. */
export function watchTest(context: BrowserContext, headers: Readonly<Record<string, string>>): void {
  const made: MadeByTest = {
    answered: new Set(),
    added: new Map(),
    addedToAll: new Set(namesOf(headers)),
    routed: new Set(),
  };
  watchRoutes(context, made);
  for (const page of context.pages()) watchRoutes(page, made);
  context.on('page', (page) => watchRoutes(page, made));
  watchedContexts.set(context, made);
}

/** Returns what the test has done so far to the requests of a context. */
export function madeByTest(context: BrowserContext): MadeByTest {
  const made = watchedContexts.get(context);
  if (!made) throw new Error('playwright: the context is not watched');
  return made;
}

/** Replaces the functions with which a test changes requests by ones that also note it. */
function watchRoutes(target: BrowserContext | Page, made: MadeByTest): void {
  const watched = new WeakMap<Handler, Handler>();
  const { route, unroute, setExtraHTTPHeaders } = target;
  target.route = (url, handler, options) => {
    made.routed.add(target);
    const replaced = watched.get(handler) ?? ((each, request) => handler(noting(each, made), request));
    watched.set(handler, replaced);
    return route.call(target, url, replaced, options);
  };
  target.unroute = (url, handler) => unroute.call(target, url, handler && (watched.get(handler) ?? handler));
  target.setExtraHTTPHeaders = (headers) => {
    for (const name of namesOf(headers)) made.addedToAll.add(name);
    return setExtraHTTPHeaders.call(target, headers);
  };
}

/** Returns the same route, which notes what is done with it. */
function noting(route: Route, made: MadeByTest): Route {
  const { fulfill, continue: send, fallback } = route;
  const request = route.request();
  const noteAdded = (headers: Readonly<Record<string, string>> | undefined) => {
    const sent = request.headers();
    const added = namesOf(headers ?? {}).filter((name) => sent[name] === undefined);
    if (added.length > 0) made.added.set(request.url(), added);
  };
  route.fulfill = (options) => {
    made.answered.add(request.url());
    return fulfill.call(route, options);
  };
  route.continue = (options) => {
    noteAdded(options?.headers);
    return send.call(route, options);
  };
  route.fallback = (options) => {
    noteAdded(options?.headers);
    return fallback.call(route, options);
  };
  return route;
}

function namesOf(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(headers).map((name) => name.toLowerCase());
}

const maxListed = 5;

/** Returns what the test did to the requests of a page, in sentences. `preflighted`: the URLs of those that needed a preflight. */
export function notesOnTest(
  page: Page,
  { answered, added, addedToAll, routed }: MadeByTest,
  preflighted: readonly string[],
  language: Language,
): readonly string[] {
  const words = cliWords.in(language).playwright;
  const hasRoute = routed.has(page) || routed.has(page.context());
  const list = (items: Iterable<string>) => [...items].slice(0, maxListed).join(', ');
  const urls = (items: Iterable<string>) => list([...items].map(shortUrl));
  return [
    ...(answered.size === 0 ? [] : [words.answered(urls(answered))]),
    ...(hasRoute && preflighted.length > 0 ? [words.preflights(urls(new Set(preflighted)))] : []),
    ...(addedToAll.size === 0 ? [] : [words.addedToAll(list(addedToAll))]),
    ...[...added].slice(0, maxListed).map(([url, names]) => words.added(shortUrl(url), list(names))),
  ];
}

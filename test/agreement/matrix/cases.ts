import type { OriginKey } from '../../../playground/origins';
import type { Hop, Query, Scenario, Step } from '../../../playground/scenario';
import { scenarios } from '../../../playground/scenarios';
import { type Combination, pairwise, pick, seededRandom } from './pairwise';
import { onlyInChromium } from './written-places';

/**
 * The place where a case's request is made. `csp-frame`: in a frame that may connect only to its own origin.
 * The other frames also have a policy of their own, or a service worker.
 */
export const places = [
  'document',
  'dedicated-worker',
  'sandboxed-frame',
  'csp-frame',
  'embedder-frame',
  'isolated-frame',
  'public-frame',
  'served-frame',
  'allowlist-frame',
  'list-frame',
  'report-only-frame',
  'integrity-frame',
  'quiet-frame',
] as const;
export type Place = (typeof places)[number];

/** The call that makes a case's request: a step of the playground, or one that only cases use. */
export type CaseStep = Omit<Step, 'via'> & {
  readonly via:
    | Step['via']
    | 'module'
    | 'stylesheet'
    | 'font'
    | 'event-source'
    | 'web-socket'
    | 'beacon'
    | 'upload'
    | 'frame'
    | 'import'
    | 'object'
    | 'sync-xhr'
    | 'pair';
  /** The options of a second request of the same URL, made at once after the first. */
  readonly twin?: Partial<Pick<Step, 'method' | 'headers' | 'mode' | 'credentials'>>;
  readonly redirect?: 'error' | 'manual';
  readonly integrity?: string;
  readonly targetAddressSpace?: 'loopback' | 'local' | 'public' | 'unknown';
  /** The start of its URL, instead of an origin and a path. */
  readonly base?: string;
};

/** One request and its response. */
export interface Case {
  readonly id: string;
  readonly place: Place;
  /** The page that makes it: a trustworthy origin, or one over plain http. */
  readonly scheme: 'trustworthy' | 'plain';
  /**
   * Part A: the CORS check, a preflight or a redirect rule decides, and there must be a row. Part B: all
   * others.
   */
  readonly part: 'A' | 'B';
  readonly step: CaseStep;
  /** The description shown if it fails. */
  readonly about: string;
}

/** The dimensions that vary. The first value of each lets the request pass. */
// biome-ignore format: a table
const dimensions = {
  via:           ['fetch', 'xhr', 'worker', 'sandboxed', 'img'],
  scheme:        ['trustworthy', 'plain'],
  to:            ['cross-site', 'same-site', 'same-origin'],
  method:        ['GET', 'POST', 'PUT', 'HEAD', 'DELETE', 'PATCH', 'patch'],
  headers:       ['none', 'x-token', 'json', 'authorization', 'two', 'safelisted', 'unsafe-value', 'range', 'odd-range'],
  credentials:   ['same-origin', 'include', 'omit'],
  allowOrigin:   ['exact', '*', 'missing', 'other', 'null', 'two-lines', 'list', 'invalid', 'slash', 'upper-case', 'empty'],
  allowCreds:    ['true', 'missing', 'True', 'false'],
  preOrigin:     ['exact', 'same', 'missing', '*', 'other', 'two-lines'],
  preCreds:      ['true', 'same', 'missing', 'TRUE'],
  preStatus:     ['204', '200', '299', '302', '401', '404', '500'],
  allowMethods:  ['asked', '*', 'missing', 'others', 'lower-case', 'unparseable'],
  allowHeaders:  ['asked', '*', 'missing', 'others', 'upper-case', 'unparseable', '*, authorization'],
  redirect:      ['none', 'same-to-cross', 'cross-to-cross', 'cross-to-same', 'userinfo', 'first-missing', 'keeps-method', 'invalid', 'data'],
} as const;

/** The probability of a passing value in random cases, so that later checks are reached. */
const passing = 0.7;

/** Returns that many cases, the same for the same seed: pairwise ones first, then random ones. */
export function matrixCases(count: number, seed: number): readonly Case[] {
  const random = seededRandom(seed);
  const combinations = [...pairwise(dimensions, random)];
  while (combinations.length < count) {
    combinations.push(
      Object.fromEntries(
        Object.entries(dimensions).map(([name, values]) => {
          // These dimensions alone never make a request fail, so all their values are equally likely.
          const isFree = ['via', 'scheme', 'method', 'headers', 'credentials'].includes(name);
          return [name, !isFree && random() < passing ? values[0] : pick<string>(values, random)];
        }),
      ) as Combination<typeof dimensions>,
    );
  }
  return combinations.slice(0, count).map((combination, index) => toCase(combination, `m${index}`));
}

/**
 * Returns the cases for Firefox's run. Responses with several origins go to part B, because Firefox's message
 * for them depends on something that it does not show (docs/limits.md). Some cases are for Chromium only.
 */
export function casesOfFirefox(cases: readonly Case[]): readonly Case[] {
  const own = cases.filter(({ id }) => !onlyInChromium.test(id));
  return own.map((one) => (namesSeveralOrigins(one.step.query) ? { ...one, part: 'B' } : one));
}

function namesSeveralOrigins(query: Query): boolean {
  return Object.entries(query).some(([name, value]) => {
    if (typeof value === 'object' && 'to' in value) return namesSeveralOrigins(value.query);
    if (name !== 'h' && name !== 'ph') return false;
    const origins = [value].flat().filter((line) => /^Access-Control-Allow-Origin:/i.test(line));
    return origins.length > 1 || origins.some((line) => line.includes(', '));
  });
}

/** Steps that leave the page or load a page of their own, which reveal nothing about a request. */
const isNavigation = /^(link|form|iframe)$/;

/** Returns all scenarios of the playground that make one request for their page, as cases. */
export function scenarioCases(): readonly Case[] {
  return scenarios.flatMap(({ id, on, steps, section, title, policy }) => {
    const [step, ...others] = steps;
    // A case has no page of its own.
    if (!step || others.length > 0 || isNavigation.test(step.via) || policy) return [];
    return [
      {
        id,
        place: on === 'page' || on === 'plain' ? 'document' : on,
        scheme: on === 'plain' ? 'plain' : 'trustworthy',
        part: isAboutOrigins(section) && step.mode !== 'same-origin' ? 'A' : 'B',
        step,
        about: title.en,
      },
    ];
  });
}

function isAboutOrigins(section: Scenario['section']): boolean {
  return section !== 'not-an-origin-rule';
}

function toCase(combination: Combination<typeof dimensions>, id: string): Case {
  const { via, scheme, method, headers, credentials, redirect } = combination;
  const isPicture = via === 'img';
  const place = via === 'worker' ? 'dedicated-worker' : via === 'sandboxed' ? 'sandboxed-frame' : 'document';
  const hasBody = !isPicture && method !== 'GET' && method !== 'HEAD';
  const { to, query } = redirected(combination, id);
  const step: Step = isPicture
    ? {
        via: 'img',
        to,
        query: { ...query },
        crossOrigin: credentials === 'include' ? 'use-credentials' : 'anonymous',
      }
    : {
        via: via === 'xhr' ? 'xhr' : 'fetch',
        to,
        query,
        method,
        headers: requestHeaders[headers] ?? {},
        credentials,
        ...(hasBody && { body: 'hello' }),
      };
  const isPartB = redirect === 'invalid' || redirect === 'data';
  const about = Object.values(combination).join(' · ');
  return { id, place, scheme, part: isPartB ? 'B' : 'A', step, about };
}

const requestHeaders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  none: {},
  'x-token': { 'X-Token': '1' },
  json: { 'Content-Type': 'application/json' },
  authorization: { Authorization: 'Bearer 1' },
  two: { 'X-Token': '1', 'X-Custom-Header': 'value' },
  safelisted: { 'Accept-Language': 'en', 'Content-Type': 'text/plain' },
  'unsafe-value': { Accept: 'text/{plain}' },
  range: { Range: 'bytes=0-1' },
  'odd-range': { Range: 'bytes=-5' },
};

type Origins = Readonly<Record<'page' | 'cross-site' | 'same-site' | 'same-origin' | 'third', OriginKey>>;

const origins: Readonly<Record<'trustworthy' | 'plain', Origins>> = {
  trustworthy: {
    page: 'page',
    'cross-site': 'api',
    'same-site': 'sameSite',
    'same-origin': 'page',
    third: 'third',
  },
  // The plain page's site has no second origin and there is no third site, so a trustworthy origin stands for
  // both.
  plain: {
    page: 'plain',
    'cross-site': 'plainApi',
    'same-site': 'api',
    'same-origin': 'plain',
    third: 'api',
  },
};

/** Returns the first URL, which contains its redirect target. */
function redirected(combination: Combination<typeof dimensions>, id: string): Hop {
  const known = origins[combination.scheme];
  const to = known[combination.to];
  const last = answer(combination);
  const through = (status: string, hop: Hop | string, first: OriginKey = to): Hop => ({
    to: first,
    query: {
      st: status,
      loc: hop,
      h: ['Access-Control-Allow-Origin: $O', 'Access-Control-Allow-Credentials: true'],
      ...preflightAnswer(combination),
    },
  });
  switch (combination.redirect) {
    case 'none':
      return { to, query: last };
    case 'same-to-cross':
      return through('302', { to, query: last }, known.page);
    case 'cross-to-cross':
      return through('302', { to: known.third, query: last });
    case 'cross-to-same':
      return through('302', { to: known.page, query: last });
    case 'userinfo':
      return through('302', { to: known.third, userinfo: 'user:secret', query: last });
    case 'first-missing':
      return {
        to,
        query: { st: '302', loc: { to: known.third, query: last }, ...preflightAnswer(combination) },
      };
    case 'keeps-method':
      return through('307', { to: known.third, query: last });
    case 'invalid':
      return through('302', 'http://[');
    case 'data':
      return through('302', `data:text/plain,c=${id}&`);
  }
}

function answer(combination: Combination<typeof dimensions>): Query {
  return {
    k: combination.via === 'img' ? 'img' : 'json',
    h: [...originLines(combination.allowOrigin), ...credentialsLines(combination.allowCreds)],
    ...preflightAnswer(combination),
  };
}

function preflightAnswer(combination: Combination<typeof dimensions>): Query {
  const { allowOrigin, allowCreds, preOrigin, preCreds, preStatus, allowMethods, allowHeaders } = combination;
  return {
    pst: preStatus,
    ...(preStatus === '302' && { ploc: '/x?ok=1' }),
    ph: [
      ...originLines(preOrigin === 'same' ? allowOrigin : preOrigin),
      ...credentialsLines(preCreds === 'same' ? allowCreds : preCreds),
      ...line('Access-Control-Allow-Methods', methodValues[allowMethods]),
      ...line('Access-Control-Allow-Headers', headerValues[allowHeaders]),
    ],
  };
}

const methodValues: Readonly<Record<string, string | null>> = {
  asked: '$M',
  '*': '*',
  missing: null,
  others: 'LINK, UNLINK',
  'lower-case': 'put, delete, patch',
  unparseable: 'PUT; DELETE',
};

const headerValues: Readonly<Record<string, string | null>> = {
  asked: '$H',
  '*': '*',
  missing: null,
  others: 'X-Other',
  'upper-case': 'X-TOKEN, CONTENT-TYPE, AUTHORIZATION',
  unparseable: 'X-Token; X-Custom-Header',
  '*, authorization': '*, Authorization',
};

function originLines(form: string): readonly string[] {
  const name = 'Access-Control-Allow-Origin';
  switch (form) {
    case 'exact':
      return [`${name}: $O`];
    case 'missing':
      return [];
    case 'other':
      return [`${name}: https://other.example`];
    case 'two-lines':
      return [`${name}: $O`, `${name}: *`];
    case 'list':
      return [`${name}: $O, https://other.example`];
    case 'invalid':
      return [`${name}: other.example`];
    case 'slash':
      return [`${name}: $O/`];
    case 'upper-case':
      return [`${name}: HTTP://WWW.A.LOCALHOST`];
    case 'empty':
      return [`${name}:`];
    default:
      return [`${name}: ${form}`];
  }
}

function credentialsLines(form: string): readonly string[] {
  return form === 'missing' ? [] : [`Access-Control-Allow-Credentials: ${form}`];
}

function line(name: string, value: string | null | undefined): readonly string[] {
  return value == null ? [] : [`${name}: ${value}`];
}

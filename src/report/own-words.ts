import { type Prose, proseFor } from '../prose';
import type { FindingContext, Happening, Language } from '../prose/prose';

const page = 'https://a.example';

/** What the sentences of findings turn on, in each way that they tell apart. */
const contexts: readonly FindingContext[] = ['include', 'omit'].flatMap((credentialsMode) =>
  [page, 'null'].flatMap((requestOrigin) =>
    [null, '', '*', 'null', `${page}/`, `${page}/b`, 'HTTPS://A.EXAMPLE', 'https://*.example'].map(
      (origin) => ({
        evidence: { credentialsMode, requestOrigin, origin, credentials: 'True', error: 'net::ERR_FAILED' },
        url: `${page}/`,
        method: 'GET',
        origin: requestOrigin,
        browser: 'Chrome',
      }),
    ),
  ),
);

const happenings: readonly Happening[] = [true, false].flatMap((is) =>
  [null, page, 'null'].map((origin) => ({
    origin,
    method: 'GET',
    url: `${page}/`,
    host: 'a.example',
    status: is ? 200 : null,
    allowOrigin: is ? '*' : null,
    withCredentials: is,
    headerNames: is ? ['x-a', 'x-b'] : [],
    isPreflightSeen: is,
    isSameOrigin: is,
    error: is ? 'net::ERR_FAILED' : null,
  })),
);

/** All that this language says about requests, with next to nothing filled in. */
function sentences({ findings, headline, preflight, ...rest }: Spoken): readonly string[] {
  return [
    ...Object.values(findings).flatMap(({ title, sentence, remedy }) => [
      title,
      ...contexts.flatMap((context) => [sentence(context), remedy(context)]),
    ]),
    ...[...headline, ...preflight].flatMap((say) => happenings.map(say)),
    ...rest.fixed,
  ];
}

interface Spoken {
  readonly findings: Prose['findings'];
  readonly headline: readonly ((happening: Happening) => string)[];
  readonly preflight: readonly ((happening: Happening) => string)[];
  readonly fixed: readonly string[];
}

function spokenIn(language: Language): Spoken {
  const prose = proseFor(language);
  const { findings, headline: say, assumptions, classes, outcomes, sections, ticket } = prose;
  const [happening] = happenings;
  const outcomeNames = Object.keys(outcomes) as (keyof typeof outcomes)[];
  const tells = Object.keys(say.tells) as (keyof typeof say.tells)[];
  return {
    findings,
    headline: [
      say.sameOrigin,
      say.simple,
      say.preflighted,
      say.navigation,
      say.frame,
      say.webSocket,
      say.webSocketRefused,
      say.embedded,
      say.opaque,
      say.sent,
      say.pending,
      say.pendingPreflight,
      say.readOrOpaque,
      say.byServiceWorker,
      say.fromServiceWorker,
      say.unknown,
    ],
    preflight: Object.values(say.preflight),
    fixed: [
      ...Object.values(assumptions),
      ...Object.values(prose.reasons),
      ...[classes, outcomes].flatMap((words) =>
        Object.values(words).flatMap(({ label, meaning }) => [label, meaning]),
      ),
      ...Object.values(sections),
      ...Object.values(say.tells),
      say.thisBrowser,
      prose.nothingWrong,
      say.computed,
      say.redirectedFrom(page),
      say.noted('.', ['', '']),
      ticket.neverNull,
      ...(happening
        ? outcomeNames.flatMap((outcome) =>
            tells.map((tell) => say.either(happening, outcome, ['', ''], tell)),
          )
        : []),
      // Codes, and the standard's enumerations.
      ...Object.keys(findings),
      ...Object.keys(classes),
      ...outcomeNames,
      'include omit same-origin cors no-cors navigate websocket follow error manual document',
      'success failure response network service-worker upload listener streaming body content-type',
    ],
  };
}

const known = new Map<Language, ReadonlySet<string>>();

/** Every word of more than two letters that our own sentences and codes are made of, in lower case. */
export function ownWords(language: Language): ReadonlySet<string> {
  const made = known.get(language) ?? wordsIn(sentences(spokenIn(language)));
  known.set(language, made);
  return made;
}

/** The words of texts, in lower case: those with hyphens whole and in their parts. */
export function wordsIn(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of new Set(texts)) {
    for (const [word] of text.toLowerCase().matchAll(/[a-z]{2,}(?:-[a-z]+)*/g)) {
      words.add(word);
      for (const part of word.split('-')) words.add(part);
    }
  }
  return words;
}

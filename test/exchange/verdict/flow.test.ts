import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type BrowserName, findings as kinds } from '../../../src/engine';
import { assemble, sweep } from '../../../src/exchange/facts/assemble';
import { openAssembly } from '../../../src/exchange/facts/assembly';
import { judge } from '../../../src/exchange/verdict/judge';
import type { Verdict } from '../../../src/exchange/verdict/verdict';
import { parseRecordings, type Recording } from '../../support/recording';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url)), 'utf8');

const recorded = {
  chrome: parseRecordings(fixture('chromium.txt'), 'chrome'),
  firefox: parseRecordings(fixture('firefox.txt'), 'firefox'),
} as const satisfies Record<BrowserName, readonly Recording[]>;

/** Returns the verdicts of a recording by request id, after all its events and a long silence. */
function verdictsOf(browser: BrowserName, { events }: Recording): ReadonlyMap<string, Verdict> {
  const assembly = openAssembly();
  for (const event of events) assemble(assembly, event);
  sweep(assembly, Math.max(...events.map(({ atMs }) => atMs)) + 2_000);
  const { exchanges } = assembly;
  return new Map(
    [...exchanges].map(([id, facts]) => [id, judge(facts, browser, (other) => exchanges.get(other))]),
  );
}

/** Class, outcome and first finding, in the form of the fixtures. */
const inShort = (verdict: Verdict) =>
  `${verdict.requestClass} ${verdict.outcome} ${verdict.findings[0]?.code ?? '-'}`;

describe.each(['chrome', 'firefox'] as const)('the requests recorded in %s', (browser) => {
  test.each(recorded[browser])('$name', (recording) => {
    const verdicts = verdictsOf(browser, recording);
    const summaries = recording.requests.map(({ id }) => {
      const verdict = verdicts.get(id)!;
      return { id, verdict: inShort(verdict), candidates: verdict.candidates };
    });
    const expected = recording.requests.map(({ id, verdict, candidates }) => ({ id, verdict, candidates }));
    expect(summaries).toEqual(expected);
    expect([...verdicts.keys()].sort()).toEqual(recording.requests.map(({ id }) => id).sort());
  });
});

/** Console categories that do not name the reason of a failure. */
const besideThePoint =
  /^(—|Script Loader|Event Source|CSS Loader|Web Socket|HTML parser|HTML_PARSER__DOCTYPE|Sub-resource Integrity|Mixed Content Message|CSP_upgradeInsecureRequest|CSP_CSPROGenericViolation|Service Worker Interception)$/;

/** The browser's messages about the reason of a failure: CDP's two enumerations, Firefox's categories. */
function wordsOf(browser: BrowserName, said: string | null): readonly string[] {
  if (said === null) return [];
  if (browser === 'firefox') return said.split(', ').filter((word) => !besideThePoint.test(word));
  return [...said.matchAll(/(?:cors|blocked)=(\S+)/g)].map(([, word = '']) => word);
}

describe.each(['chrome', 'firefox'] as const)('never contradicts %s:', (browser) => {
  const cases = recorded[browser].flatMap((recording) => {
    const verdicts = verdictsOf(browser, recording);
    return recording.requests.flatMap(({ id, browser: said, underivable }) => {
      const verdict = verdicts.get(id);
      return verdict && verdict.requestClass !== 'preflight'
        ? [{ name: `${recording.name}, ${id}`, said, underivable, verdict, got: recording.got }]
        : [];
    });
  });
  const named = cases.filter(({ said }) => wordsOf(browser, said).length > 0);
  const unnamed = cases.filter(({ said }) => said !== null && wordsOf(browser, said).length === 0);

  test.each(named.filter(({ underivable }) => underivable === null))('$name: $said', ({ said, verdict }) => {
    const words = wordsOf(browser, said);
    const claimed =
      verdict.browserReason === null ? verdict.browserReasonCandidates : [verdict.browserReason];
    // A warning is a message too, but not a reason.
    const all = claimed.length > 0 ? claimed : verdict.browserSays;
    expect(all.filter((word) => words.includes(word))).not.toEqual([]);
    // A single claim is the browser's first message; the later ones only follow from it.
    if (verdict.browserReason !== null && browser === 'chrome') expect(verdict.browserReason).toBe(words[0]);
  });

  test.each(unnamed)('$name: nothing', ({ verdict }) => {
    expect(verdict.browserReason).toBeNull();
  });

  // biome-ignore format: a table
  const mayBe: Readonly<Record<string, readonly Verdict['outcome'][]>> = {
    'ok basic':          ['allowed', 'unknown'],
    'ok cors':           ['allowed', 'unknown'],
    'ok opaque':         ['opaque', 'unknown'],
    'ok opaqueredirect': ['unknown'],
  };
  const single = cases.filter(
    ({ name, got }) =>
      /, a$/.test(name) && Object.keys(mayBe).some((ok) => new RegExp(`^${ok} \\d+$`).test(got)),
  );

  test.each(single)('$name: the page got $got', ({ verdict, got }) => {
    expect(mayBe[got.replace(/ \d+$/, '')]).toContain(verdict.outcome);
  });

  // Two recordings show something other than what happened: edited headers, and a connection cut late.
  const misleading = /^(b-dnr-delacao|preflight-ok-actual-kill)\b/;

  test.each(cases.filter(({ underivable }) => underivable !== null))(
    '$name: makes no claim rather than a wrong one, because of $underivable',
    ({ name, verdict }) => {
      expect(verdict.browserReason !== null).toBe(misleading.test(name));
    },
  );
});

describe.each(['chrome', 'firefox'] as const)('every recording of %s', (browser) => {
  test('assembles to complete exchanges', () => {
    for (const { name, events } of recorded[browser]) {
      const assembly = openAssembly();
      for (const event of events) assemble(assembly, event);
      expect([...assembly.events.keys()].filter((id) => !assembly.exchanges.has(id)).length, name).toBe(0);
    }
  });

  test('has an outcome that matches its first finding', () => {
    for (const recording of recorded[browser]) {
      for (const [id, { findings, candidates, outcome }] of verdictsOf(browser, recording)) {
        const [first] = findings;
        if (!first || candidates.length > 0 || kinds[first.code].outcome === null) continue;
        expect(outcome, `${recording.name}, ${id}`).toBe(kinds[first.code].outcome);
      }
    }
  });
});

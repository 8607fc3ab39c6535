import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble, sweep } from '../../../src/exchange/facts/assemble';
import { openAssembly } from '../../../src/exchange/facts/assembly';
import { judge } from '../../../src/exchange/verdict/judge';
import type { Verdict } from '../../../src/exchange/verdict/verdict';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import { hintApis, type PageCall, pageEnds } from '../../../src/protocol/page-hints';
import { pageCall, pageWord } from '../../support/page-hints';
import { recordedCall } from '../../support/recorded-calls';
import { parseRecordings, type Recording } from '../../support/recording';
import { runs } from '../../support/runs';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url)), 'utf8');

const recorded = {
  chrome: parseRecordings(fixture('chromium.txt'), 'chrome'),
  firefox: parseRecordings(fixture('firefox.txt'), 'firefox'),
} as const;

type Browser = keyof typeof recorded;

function factsOf({ events }: Recording): ReadonlyMap<string, ExchangeFacts> {
  const assembly = openAssembly();
  for (const event of events) assemble(assembly, event);
  sweep(assembly, Math.max(...events.map(({ atMs }) => atMs)) + 2_000);
  return assembly.exchanges;
}

/** The messages that only a credentials mode distinguishes, and Firefox's message instead. */
const said = (browser: Browser, text: string | null): readonly string[] =>
  browser === 'firefox'
    ? (text ?? '').split(', ')
    : [...(text ?? '').matchAll(/(?:cors|blocked)=(\S+)/g)].map(([, word = '']) => word);

interface Case {
  readonly name: string;
  readonly id: string;
  readonly facts: ExchangeFacts;
  readonly all: ReadonlyMap<string, ExchangeFacts>;
  readonly call: PageCall;
  readonly end: 'load' | 'error' | 'aborted' | null;
  readonly words: readonly string[];
  readonly got: string;
}

/** The recordings whose page made one request by script or markup, with its call. */
const casesOf = (browser: Browser): readonly Case[] =>
  recorded[browser].flatMap((recording) => {
    const all = factsOf(recording);
    return recording.requests.flatMap(({ id, browser: text, underivable }) => {
      const facts = all.get(id);
      const asked = facts && recordedCall(recording, facts);
      if (!asked) return [];
      const { call, end } = asked;
      const words = underivable === null ? said(browser, text) : [];
      return [{ name: `${recording.name}, ${id}`, id, facts, all, call, end, words, got: recording.got }];
    });
  });

const cases = { chrome: casesOf('chrome'), firefox: casesOf('firefox') } as const;

function judged(browser: Browser, { facts, all }: Pick<Case, 'facts' | 'all'>): Verdict {
  return judge(facts, browser, (id) => all.get(id));
}

function withCall(each: Case): Case {
  const reported = { call: each.call, end: each.end, threw: null };
  return { ...each, facts: { ...each.facts, page: pageWord(reported) } };
}

/** Reasons that no credentials, mode or end reveals: addresses, policies, and a service worker's answer. */
const staysOpen =
  /^(n-ws|l-|b-coep|x-dip|x-hsts-preflight|r-userinfo-same:|y-nocors-userinfo|b-sri-fetch:|s-sw-|csp-connect-redirect|websocket|b-csp-redirect)/;

describe.each(['chrome', 'firefox'] as const)("the page's call in %s", (browser) => {
  test('is known in most recordings', () => {
    expect(cases[browser].length).toBeGreaterThan(browser === 'chrome' ? 280 : 150);
  });

  test.each(cases[browser])('makes $name certain', (each) => {
    const { candidates, credentialsMode, assumptions } = judged(browser, withCall(each));
    expect(credentialsMode.basis, 'credentials').not.toBe('assumed');
    expect(assumptions).toEqual([]);
    if (!staysOpen.test(each.name))
      expect([...new Set(candidates)].length, candidates.join()).toBeLessThan(2);
  });

  test.each(cases[browser])("agrees with the browser's message for $name", (each) => {
    const { browserReason, browserReasonCandidates, outcome } = judged(browser, withCall(each));
    const claimed = browserReason === null ? browserReasonCandidates : [browserReason];
    const plain = judged(browser, each);
    if (plain.browserReason !== null) expect(browserReason).toBe(plain.browserReason);
    const isNamed = claimed.length > 0 && each.words.length > 0;
    if (isNamed && !/^(b-dnr-delacao|preflight-ok-actual-kill)/.test(each.name)) {
      expect(claimed.filter((word) => each.words.includes(word))).not.toEqual([]);
    }
    if (/^ok (basic|cors) /.test(each.got)) expect(['allowed', 'unknown']).toContain(outcome);
    if (/^ok (opaque|opaqueredirect) /.test(each.got)) expect(outcome).toBe('opaque');
    if (/^error TypeError/.test(each.got) && each.call.api === 'fetch' && !staysOpen.test(each.name)) {
      expect(['blocked', 'failed', 'unknown']).toContain(outcome);
    }
  });

  test.each(cases[browser])('never contradicts what $name showed without it', (each) => {
    const [plain, hinted] = [judged(browser, each), judged(browser, withCall(each))];
    if (plain.outcome === 'unknown') return;
    const refined = plain.outcome === 'allowed' || plain.outcome === 'opaque';
    if (refined) expect(hinted.outcome).not.toBe('blocked');
    else expect(hinted.outcome).toBe(plain.outcome);
    const first = hinted.findings.find(({ severity }) => severity === 'error')?.code;
    if (plain.candidates.length > 0 && first) expect(plain.candidates).toContain(first);
  });
});

const anyCall = fc
  .record({
    api: fc.constantFrom(...hintApis),
    mode: fc.constantFrom('cors', 'no-cors', 'same-origin', 'navigate', 'websocket', null),
    credentialsMode: fc.constantFrom('omit', 'same-origin', 'include', null),
    redirectMode: fc.constantFrom('follow', 'error', 'manual', null),
    integrity: fc.constantFrom('', 'sha256-x', null),
    hasSignal: fc.constantFrom(true, false, null),
  })
  .map((part) => pageCall(part as Partial<PageCall>));

describe.each(['chrome', 'firefox'] as const)('a forged report in %s', (browser) => {
  const everything = recorded[browser].flatMap((recording) => {
    const all = factsOf(recording);
    return [...all.values()].map((facts) => ({ name: recording.name, facts, all }));
  });

  // A forger would want to hide failures; a success can only be put in doubt.
  const ended = everything
    .map((each) => ({ ...each, plain: judged(browser, each) }))
    .filter(({ plain }) => plain.outcomeBasis === 'observed' && /blocked|failed|pending/.test(plain.outcome));

  test('never changes an observed block, and never turns a failure into a success', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: ended.length - 1 }),
        anyCall,
        fc.constantFrom(...pageEnds, null),
        (index, call, end) => {
          const { name, facts, all, plain } = ended[index]!;
          const page = pageWord({ call, end, threw: null });
          const { outcome } = judged(browser, { facts: { ...facts, page }, all });
          const isKept = outcome === plain.outcome || (plain.outcome === 'failed' && outcome === 'blocked');
          if (!isKept) throw new Error(`${name}: ${plain.outcome} became ${outcome}`);
        },
      ),
      { numRuns: runs(2_000) },
    );
  });

  test('does not affect other requests', () => {
    const pairs = everything.filter(({ all }) => all.size > 1);
    fc.assert(
      fc.property(fc.constantFrom(...pairs), anyCall, (each, call) => {
        const all = new Map(each.all);
        all.set(each.facts.id, { ...each.facts, page: pageWord(call) });
        for (const other of each.all.values()) {
          const isRelated =
            other.id === each.facts.id ||
            other.preflightFor?.exchange === each.facts.id ||
            other.hops.some(({ preflight }) => preflight === each.facts.id);
          if (isRelated) continue;
          expect(judged(browser, { facts: other, all })).toEqual(judged(browser, { ...each, facts: other }));
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

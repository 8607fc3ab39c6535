import { readFileSync } from 'node:fs';
import type { OriginKey, Origins } from '../../../playground/origins';
import { type PageStep, pageSteps, type Step } from '../../../playground/scenario';
import type { Playground } from '../../../playground/server';
import { changeSettings } from '../../support/settings';
import { type Case, type CaseStep, type Place, places } from './cases';
import type { CaseResult } from './compare';

const inPage = readFileSync(new URL('./run-in-page.js', import.meta.url), 'utf8')
  // Without its final semicolon, the script is an expression.
  .replace(/;\s*$/, '');

/** Script that starts the worker of a page's cases, for callers that must wait for it first. */
export const startWorker = `globalThis.caseWorker = new Worker(
  '/x?k=js&b=' + encodeURIComponent(
    "importScripts('/run-steps.js');" +
    'onmessage = ({ data }) => { for (const step of data) runSteps([step], (_, result) => postMessage(result)); };'))`;

/** Script for the panel's page: resolves once scripts run in the page's main world, or no longer do. */
export function setPageWorld(on: boolean): string {
  return `(async () => {
    const api = globalThis.browser ?? chrome;
    await ${changeSettings({ pageWorld: on })};
    for (;;) {
      const scripts = await api.scripting.getRegisteredContentScripts();
      if (scripts.length === ${on ? 2 : 1}) return true;
    }
  })()`;
}

/** The folder of another extension that blocks the requests of some cases. */
export const blocker = 'test/agreement/matrix/blocker';

/** The page's result of each case, by id. */
export type Seen = Readonly<Record<string, CaseResult>>;

/** The page that makes the requests of each scheme's cases. */
export const pageOf: Readonly<Record<Case['scheme'], OriginKey>> = { trustworthy: 'page', plain: 'plain' };

/**
 * Returns a script that makes the requests of all cases at once, each in its place, and results in what the
 * page saw. It runs on a page of their scheme.
 */
export function caseScript(cases: readonly Case[], { origins }: Playground, run: string): string {
  const steps = Object.fromEntries(
    places.map((place) => [
      place,
      cases
        .filter((one) => one.place === place)
        .flatMap(({ id, step }) => toPageSteps(id, step, origins, run)),
    ]),
  ) satisfies Partial<Record<Place, PageStep[]>>;
  return `(${inPage})(${JSON.stringify(steps)}, globalThis.caseWorker ?? (${startWorker}))`;
}

function toPageSteps(id: string, { base, ...step }: CaseStep, origins: Origins, run: string): PageStep[] {
  // The page knows how to run the other steps.
  const made = pageSteps({ id, steps: [step as Step] }, origins, run);
  return made.map((one) =>
    base === undefined ? one : { ...one, url: base + one.url.slice(one.url.indexOf('?')) },
  );
}

/**
 * Returns the page's result of a case; for a frame, whether its document ran, which its parent page cannot
 * know.
 */
export function seenOf(
  { id, step }: Case,
  seen: Seen,
  { requests }: Pick<Playground, 'requests'>,
): CaseResult | undefined {
  if (step.via !== 'frame' && step.via !== 'object') return seen[id];
  const hasRun = requests.some(({ path }) => path.includes(`ran=${id}&`));
  return hasRun ? { c: id, resolved: true, type: 'run' } : { c: id, resolved: false, name: 'not run' };
}

/** Returns the cases in batches that one page can run at once, each for one scheme. */
export function batchesOf(cases: readonly Case[], size: number): readonly (readonly Case[])[] {
  return (['trustworthy', 'plain'] as const).flatMap((scheme) => {
    const own = cases.filter((each) => each.scheme === scheme);
    return Array.from({ length: Math.ceil(own.length / size) }, (_, index) =>
      own.slice(index * size, (index + 1) * size),
    );
  });
}

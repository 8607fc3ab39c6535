import { readFileSync } from 'node:fs';
import type { OriginKey } from '../../../playground/origins';
import { type PageStep, pageSteps, type StepResult } from '../../../playground/scenario';
import type { Playground } from '../../../playground/server';
import type { Case, Place } from './cases';

const inPage = readFileSync(new URL('./run-in-page.js', import.meta.url), 'utf8')
  // An expression, which is what it is without the semicolon at its end.
  .replace(/;\s*$/, '');

/** Script that starts the worker of a page's cases, for whoever wants to be sure of it first. */
export const startWorker = `globalThis.caseWorker = new Worker(
  '/x?k=js&b=' + encodeURIComponent(
    "importScripts('/run-steps.js');" +
    'onmessage = ({ data }) => { for (const step of data) runSteps([step], (_, result) => postMessage(result)); };'))`;

/** What a page saw of each case, by its id. */
export type Seen = Readonly<Record<string, StepResult>>;

/** The page that makes the requests of a scheme's cases. */
export const pageOf: Readonly<Record<Case['scheme'], OriginKey>> = { trustworthy: 'page', plain: 'plain' };

/**
 * Script that makes the requests of all cases at once, each where it belongs, and comes to what the page saw
 * of them. It runs on a page of their scheme.
 */
export function caseScript(cases: readonly Case[], { origins }: Playground, run: string): string {
  const steps: Record<Place, PageStep[]> = { document: [], 'dedicated-worker': [], 'sandboxed-frame': [] };
  for (const { id, place, step } of cases) {
    steps[place].push(...pageSteps({ id, steps: [step] }, origins, run));
  }
  return `(${inPage})(${JSON.stringify(steps)}, globalThis.caseWorker ?? (${startWorker}))`;
}

/** The cases in groups that one page can make at once, each of one scheme. */
export function batchesOf(cases: readonly Case[], size: number): readonly (readonly Case[])[] {
  return (['trustworthy', 'plain'] as const).flatMap((scheme) => {
    const own = cases.filter((each) => each.scheme === scheme);
    return Array.from({ length: Math.ceil(own.length / size) }, (_, index) =>
      own.slice(index * size, (index + 1) * size),
    );
  });
}

import { escaped, htmlPage, inlineJson } from './html';
import type { PageRequest } from './pages';
import { type Language, type PageStep, pageSteps, type Scenario } from './scenario';
import { pages } from './scenarios';
import { texts } from './texts';

/** Scenarios that a page runs as soon as it is open. */
export interface Ran {
  /** How many requests that makes. */
  readonly count: number;
  /** Each request, with what the page saw of it. */
  readonly table: string;
  readonly script: string;
}

/** What a page holds that runs scenarios. */
export function scenariosRun(
  request: PageRequest,
  lang: Language,
  run: readonly Scenario[],
  on: Scenario['on'],
): Ran {
  const parts = run.map((scenario) => ({
    scenario,
    steps: pageSteps(scenario, request.origins, request.run),
  }));
  const steps = parts.flatMap((part) => part.steps);
  const cookies = run.flatMap((scenario) => scenario.cookies ?? []);
  const where = new URLSearchParams({ run: run[0]?.id ?? '', r: request.run });
  const rows = parts.flatMap((part) => part.steps.map((step) => stepRow(step, part.scenario.title[lang])));
  return {
    count: steps.length,
    table: `<table>
<tr><th>${texts.asked[lang]}<th>${texts.saw[lang]}
${rows.join('\n')}
</table>
<p class="pictures"></p>`,
    script: `<script type="application/json" id="scenario">${inlineJson({ on, cookies, steps, where: where.toString() })}</script>
<script src="/run-steps.js"></script>
<script src="/run-page.js"></script>`,
  };
}

/** A page that runs a scenario when it loads, and shows what it saw. */
export function runPage(request: PageRequest, lang: Language, scenario: Scenario): string {
  const { title, on } = scenario;
  const { table, script } = scenariosRun(request, lang, [scenario], on);
  const fixed = fixedPage(scenario);
  return htmlPage(
    lang,
    title[lang],
    `<h1>${escaped(title[lang])}</h1>
<p>${texts.runLead[lang]}</p>
${table}
<p><a href="?lang=${lang}">${texts.again[lang]}</a>${fixed ? ` · <a href="/run/${fixed.id}?lang=${lang}">${texts.fixed[lang]}</a>` : ''} · <a href="${request.origins.page}/?lang=${lang}">${texts.all[lang]}</a></p>
${script}`,
  );
}

/** The page without the cause, or the advice, that this one shows. */
function fixedPage({ id }: Scenario): Scenario | undefined {
  const of = id.replace(/^cause-/, 'fixed-').replace(/^advice-/, 'safe-');
  return pages.find((one) => one.id === of && of !== id);
}

function stepRow({ method = 'GET', url }: PageStep, title: string): string {
  return `<tr><td>${escaped(title)}<br><code>${method} ${escaped(new URL(url).origin)}</code><td class="seen">…`;
}

/** The target of a link or a form: it reports its arrival in place of the page that was left. */
export function landing({ url, origins }: PageRequest, lang: Language): string {
  const c = url.searchParams.get('c') ?? '';
  return htmlPage(
    lang,
    texts.arrived[lang],
    `<script type="application/json" id="landing">${inlineJson({ c })}</script>
<script src="/run-landing.js"></script>
<h1>${texts.arrived[lang]}</h1>
<p>${texts.arrivedLead[lang]}</p>
<p><samp class="seen"></samp></p>
<p><a href="${origins.page}/run/${encodeURIComponent(c)}?lang=${lang}">${texts.again[lang]}</a> · <a href="${origins.page}/?lang=${lang}">${texts.all[lang]}</a></p>`,
  );
}

/** The frame in which a scenario runs. */
export function frameScript({ origins, run }: PageRequest, scenario: Scenario): string {
  return `<script src="/run-steps.js"></script>
<script>runSteps(${inlineJson(pageSteps(scenario, origins, run))}, (index, result) => parent.postMessage({ index, result }, ${inlineJson(origins.page)}))</script>`;
}

/** The worker in which a scenario runs. */
export function workerScript({ origins, run }: PageRequest, scenario: Scenario): string {
  return `importScripts('/run-steps.js');
onmessage = () => runSteps(${inlineJson(pageSteps(scenario, origins, run))}, (index, result) => postMessage({ index, result }));`;
}

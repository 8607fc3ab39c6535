import { readFileSync } from 'node:fs';
import { escaped, htmlPage } from './html';
import type { Origins } from './origins';
import { frameScript, landing, runPage, workerScript } from './run-pages';
import type { Language, Scenario } from './scenario';
import { demo, scenarios, sections } from './scenarios';
import { techniquePage, techniqueRows } from './technique-pages';
import { texts } from './texts';

/** What a page depends on. */
export interface PageRequest {
  readonly url: URL;
  readonly acceptLanguage: string;
  readonly origins: Origins;
  /** Part of every URL that the page asks for. */
  readonly run: string;
}

/** What is sent for it. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Whatever the playground serves besides its endpoints: pages, their scripts and their style. */
export function page(request: PageRequest): Page {
  const { pathname, searchParams } = request.url;
  const file = FILES[pathname];
  if (file) return file;

  const lang = languageOf(request);
  if (pathname === '/') return html(index(request, lang));
  if (pathname === '/demo') return html(runPage(request, lang, texts.demo[lang], demo, 'page'));
  const technique = pathname.startsWith('/technique/') && techniquePage(pathname, request.origins, lang);
  if (technique) return html(technique);
  if (pathname.endsWith('/landing')) return html(landing(request, lang));
  if (pathname === '/blank') return html(htmlPage(lang, 'Blank', '', ''));

  const id = searchParams.get('run') ?? pathname.split('/').at(-1);
  const scenario = scenarios.find((one) => one.id === id);
  if (pathname === '/frame')
    return html(htmlPage(lang, 'Frame', scenario ? frameScript(request, scenario) : '', ''));
  if (!scenario)
    return { status: 404, contentType: 'text/plain; charset=utf-8', body: `no page ${pathname}` };
  if (pathname === '/worker.js') return script(workerScript(request, scenario));
  return html(runPage(request, lang, scenario.title[lang], [scenario], scenario.on));
}

function index({ origins }: PageRequest, lang: Language): string {
  const groups = Object.entries(sections).map(([key, title]) => {
    const rows = scenarios
      .filter(({ section }) => section === key)
      .map((scenario) => indexRow(scenario, origins, lang));
    return `<h2>${escaped(title[lang])}</h2>\n<table class="index">${rows.join('\n')}</table>`;
  });
  const { index: title, indexLead, demo: demoTitle, plainNote, secureNote } = texts;
  return htmlPage(
    lang,
    title[lang],
    `<h1>${title[lang]}</h1>
<p>${indexLead[lang]}</p>
<p><a href="/demo?lang=${lang}">${demoTitle[lang]}</a></p>
<h2>${texts.techniques[lang]}</h2>
<table class="index">${techniqueRows(origins, lang)}</table>
${groups.join('\n')}
<p>${plainNote[lang]}</p>
<p>${secureNote[lang]} <a href="${origins.otherScheme}/blank">${origins.otherScheme}</a></p>`,
  );
}

function indexRow({ id, title, on }: Scenario, origins: Origins, lang: Language): string {
  const origin = on === 'plain' ? origins.plain : origins.page;
  return `<tr><td>${escaped(title[lang])}<br><code>${id}</code>
<td><a class="run" href="${origin}/run/${id}?lang=${lang}">${texts.run[lang]}</a>`;
}

function languageOf({ url, acceptLanguage }: PageRequest): Language {
  return (url.searchParams.get('lang') ?? acceptLanguage).startsWith('zh') ? 'zh-CN' : 'en';
}

const html = (body: string): Page => ({ status: 200, contentType: 'text/html; charset=utf-8', body });
const script = (body: string): Page => ({ status: 200, contentType: 'text/javascript; charset=utf-8', body });

const style = (body: string): Page => ({ status: 200, contentType: 'text/css; charset=utf-8', body });
const inBrowser = (name: string) => readFileSync(new URL(`./browser/${name}`, import.meta.url), 'utf8');

const FILES: Readonly<Record<string, Page>> = {
  '/run-steps.js': script(inBrowser('run-steps.js')),
  '/run-page.js': script(inBrowser('run-page.js')),
  '/run-landing.js': script(inBrowser('run-landing.js')),
  '/printed.js': script(inBrowser('printed.js')),
  '/style.css': style(inBrowser('style.css')),
  '/technique.css': style(inBrowser('technique.css')),
  '/frame.css': style(inBrowser('frame.css')),
};

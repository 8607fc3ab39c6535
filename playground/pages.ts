import { readFileSync } from 'node:fs';
import { bucketPage } from './bucket-page';
import { htmlPage } from './html';
import { indexPage } from './index-page';
import type { Origins } from './origins';
import { frameScript, landing, runPage, workerScript } from './run-pages';
import { type Language, withOrigins } from './scenario';
import { pages } from './scenarios';
import { techniquePage } from './technique-pages';

/** What a page depends on. */
export interface PageRequest {
  readonly url: URL;
  readonly acceptLanguage: string;
  readonly origins: Origins;
  /** Part of every URL that the page asks for. */
  readonly run: string;
}

/** The response for a page. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The response for a page, a script or a style sheet of the playground. */
export function page(request: PageRequest): Page {
  const { pathname, searchParams } = request.url;
  const file = FILES[pathname];
  if (file) return file;

  const lang = languageOf(request);
  if (pathname === '/') return html(indexPage(request, lang, 'quiet'));
  if (pathname === '/demo') return html(indexPage(request, lang, 'mix'));
  if (pathname === '/bucket') return html(bucketPage(request.origins, lang));
  const technique = pathname.startsWith('/technique/') && techniquePage(pathname, request.origins, lang);
  if (technique) return html(technique.body, technique.header);
  if (pathname.endsWith('/landing')) return html(landing(request, lang));
  if (pathname === '/blank') return html(htmlPage(lang, 'Blank', '', ''));

  const id = searchParams.get('run') ?? pathname.split('/').at(-1);
  const scenario = pages.find((one) => one.id === id);
  if (pathname === '/frame')
    return html(htmlPage(lang, 'Frame', scenario ? frameScript(request, scenario) : '', ''));
  if (!scenario)
    return { status: 404, contentType: 'text/plain; charset=utf-8', body: `no page ${pathname}` };
  if (pathname === '/worker.js') return script(workerScript(request, scenario));
  const { policy } = scenario;
  return html(runPage(request, lang, scenario), policy && withOrigins(policy, request.origins));
}

function languageOf({ url, acceptLanguage }: PageRequest): Language {
  return (url.searchParams.get('lang') ?? acceptLanguage).startsWith('zh') ? 'zh-CN' : 'en';
}

function html(body: string, header?: string): Page {
  const [name, value = ''] = header?.split(': ') ?? [];
  return {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body,
    ...(name !== undefined && { headers: { [name]: value } }),
  };
}

const script = (body: string): Page => ({ status: 200, contentType: 'text/javascript; charset=utf-8', body });

const style = (body: string): Page => ({ status: 200, contentType: 'text/css; charset=utf-8', body });
const inBrowser = (name: string) => readFileSync(new URL(`./browser/${name}`, import.meta.url), 'utf8');

const FILES: Readonly<Record<string, Page>> = {
  '/run-steps.js': script(inBrowser('run-steps.js')),
  '/run-page.js': script(inBrowser('run-page.js')),
  '/run-landing.js': script(inBrowser('run-landing.js')),
  '/bucket-page.js': script(inBrowser('bucket-page.js')),
  '/printed.js': script(inBrowser('printed.js')),
  '/style.css': style(inBrowser('style.css')),
  '/index.css': style(inBrowser('style.css') + inBrowser('index.css')),
  '/technique.css': style(inBrowser('style.css') + inBrowser('technique.css')),
  '/frame.css': style(inBrowser('frame.css')),
};

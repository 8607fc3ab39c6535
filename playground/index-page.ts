import { bucketTitle } from './bucket-page';
import { escaped, htmlPage, languageLink } from './html';
import type { Origins } from './origins';
import type { PageRequest } from './pages';
import { type Ran, scenariosRun } from './run-pages';
import type { Language, Scenario } from './scenario';
import { demo, pages, sections } from './scenarios';
import type { Technique } from './technique';
import { techniques } from './techniques';
import { texts } from './texts';

/** The page with all techniques and scenarios (`/`); with `mix`, it first runs one scenario of each kind (`/demo`). */
export function indexPage(request: PageRequest, lang: Language, mix: 'mix' | 'quiet'): string {
  const { origins } = request;
  const { plainNote, secureNote } = texts;
  const groups = Object.entries(sections).map(([key, title]) => {
    const rows = pages.filter(({ section }) => section === key).map((one) => row(one, origins, lang));
    return `<section id="${key}"><h3>${escaped(title[lang])}</h3>\n<ul class="rows">${rows.join('\n')}</ul></section>`;
  });
  const jumps = Object.entries(sections).map(
    ([key, title]) => `<a href="#${key}">${escaped(title[lang])}</a>`,
  );
  return htmlPage(
    lang,
    texts.index[lang],
    `<nav><b>CORScope</b> ${languageLink(lang)}</nav>
<header><h1>${texts.index[lang]}</h1>
<p>${texts.indexLead[lang]}</p></header>
<p><a href="${origins.page}/bucket?lang=${lang}">${bucketTitle[lang]}</a></p>
${mix === 'mix' ? mixRun(scenariosRun(request, lang, demo, 'page'), lang) : mixOffer(lang)}
<h2>${texts.techniques[lang]}</h2>
<p>${texts.techniquesLead[lang]}</p>
<ul class="cards">${techniques.map((one) => card(one, origins, lang)).join('\n')}</ul>
<h2>${texts.scenarios[lang]}</h2>
<p>${texts.scenariosLead[lang]}</p>
<p class="jumps">${jumps.join('\n')}</p>
<div class="groups">${groups.join('\n')}</div>
<p>${plainNote[lang]}</p>
<p>${secureNote[lang]} <a href="${origins.otherScheme}/blank">${origins.otherScheme}</a></p>`,
    '/index.css',
  );
}

function mixOffer(lang: Language): string {
  return `<p class="mix"><a class="run" href="/demo?lang=${lang}">${texts.demo[lang]}</a></p>`;
}

function mixRun({ count, table, script }: Ran, lang: Language): string {
  return `<details class="mix"><summary>${texts.mixRan[lang].replace('{count}', String(count))}</summary>
<p>${texts.runLead[lang]} <a href="/demo?lang=${lang}">${texts.again[lang]}</a></p>
${table}</details>
${script}`;
}

function card({ id, section, title, lead }: Technique, { page }: Origins, lang: Language): string {
  return `<li><a href="${page}/technique/${id}?lang=${lang}"><b>${escaped(title[lang])}</b>
<small>${section === null ? '' : `§ ${section}`}</small>
<span>${escaped(lead[lang])}</span></a>`;
}

function row({ id, title, on }: Scenario, origins: Origins, lang: Language): string {
  const origin = on === 'plain' ? origins.plain : origins.page;
  return `<li><a href="${origin}/run/${id}?lang=${lang}"><span>${escaped(title[lang])}</span> <code>${id}</code></a>`;
}

import { escaped, htmlPage, languageLink } from './html';
import type { Origins } from './origins';
import { type Language, withOrigins } from './scenario';
import { openedDocuments, type Technique, type TechniqueDocument, type TechniqueServer } from './technique';
import { serverCode } from './technique-servers';
import { techniques } from './techniques';
import { texts } from './texts';

/** A page of a technique, with the header line that it is sent with, if any. */
export interface TechniquePage {
  readonly body: string;
  readonly header?: string;
}

/** A technique's page (`/technique/<id>`), or one of its documents (`/technique/<id>/a.html`); null where there is none. */
export function techniquePage(pathname: string, origins: Origins, lang: Language): TechniquePage | null {
  const [id, file] = pathname.split('/').slice(2);
  const technique = techniques.find((one) => one.id === id);
  if (!technique) return null;
  if (file === undefined) return { body: explanation(technique, origins, lang) };
  const document = technique.documents.find((one) => one.file === file);
  if (!document) return null;
  const { header } = document;
  return { body: documentPage(technique, document, origins, lang), ...(header && { header }) };
}

/** Where a document of a technique is. */
export function documentUrl({ id }: Technique, { on, file }: TechniqueDocument, origins: Origins): string {
  return `${origins[on]}/technique/${id}/${file}`;
}

function explanation(technique: Technique, origins: Origins, lang: Language): string {
  const { title, lead, steps, advantages, limits, today, documents, servers = [] } = technique;
  const stages = openedDocuments(technique).map((one) => stage(technique, one, origins, lang));
  const printing = documents.filter(({ prints }) => prints.length > 0);
  return htmlPage(
    lang,
    title[lang],
    `<nav><a href="${origins.page}/?lang=${lang}">${texts.index[lang]}</a> ${languageLink(lang)}</nav>
<h1>${escaped(title[lang])}</h1>
<p>${escaped(lead[lang])}</p>
<div class="stages">${stages.join('\n')}</div>
<h2>${texts.prints[lang]}</h2>
<table class="prints">${printing.map((one) => printRow(one, origins)).join('\n')}</table>
<h2>${texts.how[lang]}</h2>
<ol>${items(steps[lang])}</ol>
<div class="columns">
<section><h2>${texts.advantages[lang]}</h2><ul>${items(advantages[lang])}</ul></section>
<section><h2>${texts.limits[lang]}</h2><ul>${items(limits[lang])}</ul></section>
</div>
<h2>${texts.today[lang]}</h2>
<ul>${items(today[lang])}</ul>
<h2>${texts.code[lang]}</h2>
${documents.map((one) => documentCode(technique, one, origins, lang)).join('\n')}
${servers.map((one) => serverBlock(one, origins)).join('\n')}
${neighbours(technique, origins, lang)}`,
    '/technique.css',
  );
}

function items(sentences: readonly string[]): string {
  return sentences.map((sentence) => `<li>${escaped(sentence)}`).join('\n');
}

/** Where a document is run, beside the others that are opened by themselves. */
function stage(technique: Technique, document: TechniqueDocument, origins: Origins, lang: Language): string {
  const { file, opened } = document;
  const [id, url] = [file.split('.', 1)[0], `${documentUrl(technique, document, origins)}?lang=${lang}`];
  return `<section><p class="runs">${opened ? `<b id="of-${id}">${escaped(opened[lang])}</b>` : ''}
<a class="run" href="${url}" target="stage-${id}"${opened ? ` aria-describedby="of-${id}"` : ''}>${texts.run[lang]}</a>
<a href="${url}" target="_blank">${texts.alone[lang]}</a></p>
<div class="stage ${technique.id}"><p>${texts.stage[lang]}</p><iframe name="stage-${id}" title="${escaped((opened ?? technique.title)[lang])}"></iframe></div></section>`;
}

function printRow({ file, on, prints, printsInFirefox }: TechniqueDocument, origins: Origins): string {
  const lines = (some: readonly string[]) => some.map((line) => `<samp>${escaped(line)}</samp>`).join('\n');
  const cell = printsInFirefox
    ? `<small>Chrome</small>${lines(prints)}<small>Firefox</small>${lines(printsInFirefox)}`
    : lines(prints);
  return `<tr><td><code>${file}</code><br><code>${origins[on]}</code><td>${cell}`;
}

function documentCode(
  technique: Technique,
  document: TechniqueDocument,
  origins: Origins,
  lang: Language,
): string {
  const { on, code, header } = document;
  const caption = [documentUrl(technique, document, origins), ...(header ? [header] : [])];
  return codeBlock(on, caption, withOrigins(code[lang], origins));
}

function serverBlock({ file, on, path }: TechniqueServer, origins: Origins): string {
  return codeBlock(on, [`${origins[on]}${path}`, `playground/servers/${file}`], serverCode(file));
}

function codeBlock(on: string, caption: readonly string[], code: string): string {
  return `<figure class="on-${on}"><figcaption>${caption.map((line) => `<code>${line}</code>`).join('\n')}</figcaption>
<pre><code>${escaped(code)}</code></pre></figure>`;
}

/** Links to the techniques before this one and after it. */
function neighbours(technique: Technique, { page }: Origins, lang: Language): string {
  const index = techniques.indexOf(technique);
  const link = (to: Technique | undefined, arrow: (title: string) => string) =>
    to
      ? `<a href="${page}/technique/${to.id}?lang=${lang}">${arrow(escaped(to.title[lang]))}</a>`
      : '<i></i>';
  const [before, after] = [techniques[index - 1], techniques[index + 1]];
  return `<nav>${link(before, (title) => `← ${title}`)} ${link(after, (title) => `${title} →`)}</nav>`;
}

/** A document as it is served: its code, under its origin, with its console beside it. */
function documentPage(
  { title }: Technique,
  { on, code }: TechniqueDocument,
  origins: Origins,
  lang: Language,
): string {
  return htmlPage(
    lang,
    title[lang],
    `<body class="on-${on}">
<p class="origin"><code>${origins[on]}</code></p>
<script src="/printed.js"></script>
${withOrigins(code[lang], origins)}`,
    '/frame.css',
  );
}

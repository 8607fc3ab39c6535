import { escaped, htmlPage } from './html';
import type { Origins } from './origins';
import { type Language, withOrigins } from './scenario';
import type { Technique, TechniqueDocument } from './technique';
import { techniques } from './techniques';
import { texts } from './texts';

/** A technique's page (`/technique/<id>`), or one of its documents (`/technique/<id>/a.html`); null where there is none. */
export function techniquePage(pathname: string, origins: Origins, lang: Language): string | null {
  const [id, file] = pathname.split('/').slice(2);
  const technique = techniques.find((one) => one.id === id);
  if (!technique) return null;
  if (file === undefined) return explanation(technique, origins, lang);
  const document = technique.documents.find((one) => one.file === file);
  return document ? documentPage(technique, document, origins, lang) : null;
}

/** The techniques as lines of the index. */
export function techniqueRows({ page }: Origins, lang: Language): string {
  return techniques
    .map(
      ({ id, title }) => `<tr><td>${escaped(title[lang])}<br><code>${id}</code>
<td><a class="run" href="${page}/technique/${id}?lang=${lang}">${texts.open[lang]}</a>`,
    )
    .join('\n');
}

function explanation(technique: Technique, origins: Origins, lang: Language): string {
  const { title, lead, steps, advantages, limits, today, documents } = technique;
  const [first] = documents;
  const run = `${urlOf(technique, first, origins)}?lang=${lang}`;
  return htmlPage(
    lang,
    title[lang],
    `<h1>${escaped(title[lang])}</h1>
<p>${escaped(lead[lang])}</p>
<p class="runs"><a class="run" href="${run}" target="stage">${texts.run[lang]}</a> <a href="${run}" target="_blank">${texts.alone[lang]}</a></p>
<div class="stage of-${documents.length}"><p>${texts.stage[lang]}</p><iframe name="stage" title="${escaped(title[lang])}"></iframe></div>
<h2>${texts.prints[lang]}</h2>
<table class="prints">${documents.flatMap((one) => one.prints.map((line) => printRow(one, line, origins))).join('\n')}</table>
<h2>${texts.how[lang]}</h2>
<ol>${items(steps[lang])}</ol>
<div class="columns">
<section><h2>${texts.advantages[lang]}</h2><ul>${items(advantages[lang])}</ul></section>
<section><h2>${texts.limits[lang]}</h2><ul>${items(limits[lang])}</ul></section>
</div>
<h2>${texts.today[lang]}</h2>
<ul>${items(today[lang])}</ul>
<h2>${texts.code[lang]}</h2>
${documents.map((one) => codeBlock(technique, one, origins, lang)).join('\n')}
<p><a href="${origins.page}/?lang=${lang}">${texts.all[lang]}</a></p>`,
    '/technique.css',
  );
}

function items(sentences: readonly string[]): string {
  return sentences.map((sentence) => `<li>${escaped(sentence)}`).join('\n');
}

function printRow({ file, on }: TechniqueDocument, line: string, origins: Origins): string {
  return `<tr><td><code>${file}</code><br><code>${origins[on]}</code><td><samp>${escaped(line)}</samp>`;
}

function codeBlock(
  technique: Technique,
  document: TechniqueDocument,
  origins: Origins,
  lang: Language,
): string {
  return `<figure class="on-${document.on}"><figcaption><code>${urlOf(technique, document, origins)}</code></figcaption>
<pre><code>${escaped(withOrigins(document.code[lang], origins))}</code></pre></figure>`;
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

function urlOf({ id }: Technique, { on, file }: TechniqueDocument, origins: Origins): string {
  return `${origins[on]}/technique/${id}/${file}`;
}

/** The style of a report in HTML: it follows the reader's colour scheme, and prints every request open. */
export const htmlStyle = `
:root { color-scheme: light dark; --quiet: #5c6370; --line: #d9dce1; --bad: #c5221f; --warn: #9a6700; --good: #1a7f37; --code: #f3f4f6; }
@media (prefers-color-scheme: dark) { :root { --quiet: #9aa4b2; --line: #3a3f47; --bad: #ff7b72; --warn: #e3b341; --good: #7ee787; --code: #22262d; } }
* { box-sizing: border-box; }
body { font: 14px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 24px; max-width: 1100px; }
h1 { font-size: 22px; margin: 0 0 8px; } h2 { font-size: 17px; margin: 32px 0 8px; } h3 { font-size: 14px; margin: 16px 0 4px; }
.quiet { color: var(--quiet); } p { margin: 4px 0; } ul { margin: 4px 0; padding-left: 20px; }
code { font: 12px/1.5 ui-monospace, monospace; background: var(--code); border-radius: 3px; padding: 1px 4px; overflow-wrap: anywhere; }
.counts { display: flex; flex-wrap: wrap; gap: 8px 20px; margin: 16px 0; padding: 0; list-style: none; } .counts b { font-size: 18px; }
.filter { display: flex; gap: 8px; margin: 8px 0; } .filter[hidden] { display: none; } .filter input { flex: 1; max-width: 420px; }
.filter input, .filter select { font: inherit; padding: 4px 8px; }
details { border-top: 1px solid var(--line); padding: 6px 0; } details[hidden] { display: none; } summary { cursor: pointer; overflow-wrap: anywhere; }
details > div { padding: 4px 0 12px 18px; }
.outcome { font-weight: 600; } .blocked { color: var(--bad); } .failed, .unknown { color: var(--warn); } .allowed, .opaque { color: var(--good); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 8px 0; } dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 8px 0; } th, td { text-align: left; vertical-align: top; padding: 3px 8px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 500; } th[scope=row] { width: 240px; } details details { border: 0; } a { color: inherit; }
@media (max-width: 600px) { th[scope=row] { width: 40%; } body { padding: 12px; } dl { grid-template-columns: 1fr; } dd { margin-bottom: 4px; } }
@media print { body { max-width: none; padding: 0; } .filter { display: none; } details { break-inside: avoid; } details:not([open]) > div { display: block; } details::details-content { content-visibility: visible; block-size: auto; } }
`.trim();

/** The script of a report in HTML: it shows the filter and hides what does not match. Without it everything is shown. */
export const htmlScript = `
const filter = document.querySelector('.filter');
const [text, outcome] = filter.querySelectorAll('input, select');
const requests = [...document.querySelectorAll('details[data-outcome]')];
const apply = () => {
  const wanted = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const request of requests) {
    const all = request.textContent.toLowerCase();
    const fits = wanted.every((word) => all.includes(word)) && (outcome.value === '' || request.dataset.outcome === outcome.value);
    request.hidden = !fits;
  }
};
filter.hidden = false;
filter.addEventListener('input', apply);
`.trim();

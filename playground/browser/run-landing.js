// What a page does that a scenario leads to: it tells what the page that was left no longer can, and takes
// back the cookie that reached it.

{
  const { c } = JSON.parse(document.querySelector('#landing').textContent);
  const read = document.cookie === '' ? [] : [`document.cookie: ${document.cookie}`];
  globalThis.scenario = { done: true, results: [{ c, resolved: true, type: 'arrived', read }] };
  // biome-ignore lint/suspicious/noDocumentCookie: it is what the scenario shows
  if (read.length > 0) document.cookie = 'name=; max-age=0';
  addEventListener('load', () => document.querySelector('.seen').replaceChildren(...read));
}

// The script of a page that a scenario navigates to: it reports in place of the page that was left, and deletes
// the cookie that reached it.

{
  const { c } = JSON.parse(document.querySelector('#landing').textContent);
  const read = document.cookie === '' ? [] : [`document.cookie: ${document.cookie}`];
  globalThis.scenario = { done: true, results: [{ c, resolved: true, type: 'arrived', read }] };
  // biome-ignore lint/suspicious/noDocumentCookie: it is what the scenario shows
  if (read.length > 0) document.cookie = 'name=; max-age=0';
  addEventListener('load', () => document.querySelector('.seen').replaceChildren(...read));
}

import $ from 'jquery';
import { api, failure, ready, tries } from '../page/tools.js';

/** Its answers and errors, its JSONP, and events that it triggers and handles. */
export async function page() {
  await ready;
  const call = (url, { method = 'GET', headers = {}, body }) =>
    new Promise((resolve) => {
      $.ajax({ url, method, headers, data: body, processData: false })
        .done((data, text, { status }) => resolve({ data, text, status }))
        .fail(({ status }, text, error) =>
          resolve({ status, text, error: error?.stack ? failure(error) : error }),
        );
    });
  const clicked = [];
  $('main').on('click', 'button', (event) => clicked.push(event.target.id));
  $('#button').trigger('click');
  document.querySelector('#button').click();
  const script = await new Promise((resolve) =>
    $.ajax({ url: `${api}/open/loaded.js`, dataType: 'script', cache: true }).always((_, text) =>
      resolve(text),
    ),
  );
  return { seen: { ...(await tries(call)), clicked, script, loaded: String(globalThis.loadedScripts) } };
}

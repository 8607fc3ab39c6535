import { fetchEventSource } from '@microsoft/fetch-event-source';
import { api, failure, ready } from '../page/tools.js';

/** Events over fetch, with a header that one server does not allow. */
export async function page() {
  await ready;
  const listened = async (url) => {
    const told = [];
    await fetchEventSource(url, {
      headers: { 'X-A': 'a' },
      openWhenHidden: true,
      onopen: async ({ status }) => void told.push(`open ${status}`),
      onmessage: ({ event, data, id }) => told.push([event, data, id]),
      onclose: () => told.push('closed'),
      onerror(error) {
        told.push(failure(error));
        throw error;
      },
    }).catch(() => {});
    return told;
  };
  return { seen: [await listened(`${api}/open/events`), await listened(`${api}/plain/events`)] };
}

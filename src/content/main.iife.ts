import { openCalls } from './calls';
import { openPageEnd } from './page-end';
import { observeBeacons } from './probes/beacon';
import { observeCallbacks } from './probes/callbacks';
import { observeEventSources } from './probes/event-source';
import { observeFetch } from './probes/fetch';
import { observeFragmentNavigations } from './probes/location-hash';
import { observeMessageListeners } from './probes/message-listeners';
import { observeCounted } from './probes/post-message-counted';
import { observeSends } from './probes/post-message-sent';
import { observeWebSockets } from './probes/web-socket';
import { observeNameWrites } from './probes/window-name';
import { observeWorkers } from './probes/worker';
import { observeXhr } from './probes/xhr';

// In the page's own world, before its first script. It must export nothing, or the page would see a global.
const page = openPageEnd();
if (page) {
  const calls = openCalls(page);
  observeCallbacks(page);
  const counting = observeCounted(page);
  const probes = [
    counting,
    observeSends(page),
    ...observeMessageListeners(page, counting),
    observeNameWrites(page),
    observeFragmentNavigations(page),
    observeFetch(calls),
    ...observeXhr(calls),
    observeEventSources(calls),
    observeBeacons(calls),
    observeWebSockets(calls),
    ...observeWorkers(calls),
  ];
  const each = (word: 'put' | 'putBack') => () => {
    for (let index = 0; index < probes.length; index++) probes[index]?.[word]();
  };
  each('put')();
  page.on('go', each('put'));
  page.on('rest', each('putBack'));
}

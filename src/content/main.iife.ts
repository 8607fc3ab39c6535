import { openCalls } from './calls';
import { openEventReporter } from './event-reporter';
import { guarded } from './natives';
import { setTraps, useTraps } from './observed';
import { meetOwnWorld, type PageEnd } from './page-end';
import type { Patch } from './patch';
import { observeBeacons } from './probes/beacon';
import { observeCallbacks } from './probes/callbacks';
import { observeCanvases } from './probes/canvas';
import { observeChannels } from './probes/channels';
import { observeDomain } from './probes/document-domain';
import { observeFrameDocuments, observeRefusedAccess } from './probes/dom-access';
import { observeEventSources } from './probes/event-source';
import { observeFetch } from './probes/fetch';
import { observeFragmentNavigations } from './probes/location-hash';
import { observeMessageListeners } from './probes/message-listeners';
import { observeMessageTargets } from './probes/message-targets';
import { observeCounted } from './probes/post-message-counted';
import { observeSends } from './probes/post-message-sent';
import { observeStorage } from './probes/storage';
import { observeWebSockets } from './probes/web-socket';
import { observeNameWrites } from './probes/window-name';
import { observeWorkers } from './probes/worker';
import { observeXhr } from './probes/xhr';
import { keepTexts } from './texts';
import { openTraffic } from './traffic';
import { openTrapMakers } from './traps';

// Runs in the page's own world, before the page's first script. It must export nothing, or the page would see
// a global.
meetOwnWorld(observeFrom);

function observeFrom(page: PageEnd): void {
  const keepTextsIn = keepTexts(page);
  const makerOf = openTrapMakers();
  page.onTraps((given) => useTraps(makerOf(given)));
  const calls = openCalls(page);
  const reporter = openEventReporter(page);
  observeCallbacks(page);
  const traffic = openTraffic(page);
  const channels = observeChannels(traffic);
  const sockets = observeWebSockets(calls, traffic);
  const targets = observeMessageTargets((name, target, event) => {
    if (name === 'WebSocket') sockets.came(target, event);
    else channels.came(name, target);
  }, channels.listens);
  const counting = observeCounted(page, channels.withPorts);
  const probes = [
    counting,
    observeSends(page),
    ...observeMessageListeners(page, counting, targets.listens),
    ...targets.patches,
    ...channels.patches,
    observeNameWrites(page),
    observeFragmentNavigations(page),
    ...observeFetch(calls),
    ...observeXhr(calls),
    observeEventSources(calls),
    observeBeacons(calls),
    ...sockets.patches,
    ...observeWorkers(calls, channels.made),
    observeDomain(reporter),
    ...observeFrameDocuments(reporter, (frame, inner) => {
      page.entering(frame);
      keepTextsIn(inner);
    }),
    observeRefusedAccess(page, reporter),
    ...observeCanvases(reporter),
    ...observeStorage(reporter),
  ];
  const forAll = (action: 'put' | 'putBack') => () => {
    for (let index = 0; index < probes.length; index++) {
      const probe: Patch | undefined = probes[index];
      guarded(action === 'putBack' ? (probe?.rest ?? probe?.putBack) : probe?.put);
    }
  };
  forAll('put')();
  page.on('go', forAll('put'));
  page.on('go', () => setTraps(true));
  page.on('rest', forAll('putBack'));
  page.on('rest', () => setTraps(false));
}

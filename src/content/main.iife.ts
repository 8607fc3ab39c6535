import { openPageEnd } from './hand-over';
import { observeFragmentNavigations } from './probes/location-hash';
import { observeMessageListeners } from './probes/message-listeners';
import { observeSends } from './probes/post-message-sent';
import { observeNameWrites } from './probes/window-name';

// In the page's own world, before its first script. It must export nothing, or the page would see a global.
const page = openPageEnd();
if (page) {
  const probes = [
    observeSends(page),
    ...observeMessageListeners(page),
    observeNameWrites(page),
    observeFragmentNavigations(page),
  ];
  const each = (word: 'put' | 'putBack') => () => {
    for (let index = 0; index < probes.length; index++) probes[index]?.[word]();
  };
  each('put')();
  page.on('go', each('put'));
  page.on('rest', each('putBack'));
}

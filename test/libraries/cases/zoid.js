import zoid from '@krakenjs/zoid/dist/zoid.js';
import { frameOrigin, once, ordinary, ready, until } from '../page/tools.js';

const create = () =>
  zoid.create({
    tag: 'case-component',
    url: `${frameOrigin}/child`,
    domain: frameOrigin,
    dimensions: { width: '100px', height: '50px' },
    props: { onTold: { type: 'function' }, text: { type: 'string' } },
  });

/** Renders a component in a cross-origin frame, whose properties are in the frame's name. */
export async function page() {
  await ready;
  const told = once();
  const Component = create();
  const events = [];
  const component = Component({ text: 'from the page', onTold: told.resolve });
  for (const name of ['RENDER', 'RENDERED', 'DISPLAY'])
    component.event.on(zoid.EVENT[name], () => events.push(name));
  await component.render('#main');
  const answer = await told.promise;
  await until(() => events.includes('RENDERED'));
  const frame = document.querySelector('iframe');
  const named = frame.name.split('__').slice(1, 3);
  await component.close();
  return { seen: { answer, events, named, ordinary: await ordinary() } };
}

/** In the frame. */
export async function child() {
  create();
  const { text, onTold } = window.xprops;
  await onTold(`${text}, named ${window.name.split('__')[1]}`);
  return {};
}

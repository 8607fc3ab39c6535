import { record } from 'rrweb';
import { addFrame, exact, frameOrigin, next, ready, stackHere, until } from '../page/tools.js';

/** Records what happens in a page and in a same-origin frame, and what a cross-origin frame sends. */
export async function page() {
  if (document.readyState !== 'complete') await next(window, 'load');
  const events = [];
  const stacks = [];
  const stop = record({
    emit(event) {
      // A new window gets its size late, by chance.
      if (event.type === 3 && event.data.source === 4) return;
      events.push(event);
      // User interactions are reported from within a listener.
      if ([2, 5].includes(event.data.source)) stacks.push(stackHere());
    },
    recordCrossOriginIframes: true,
    recordCanvas: true,
    sampling: { canvas: 'all' },
    slimDOMOptions: 'all',
  });
  // Each step is reported before the next, because otherwise timing decides which steps are reported
  // together.
  const told = (words) => until(() => JSON.stringify(events).includes(words));
  const main = document.querySelector('#main');
  main.append(Object.assign(document.createElement('input'), { id: 'input' }));
  await told('"id":"input"');
  const inner = await addFrame('/blank');
  inner.contentDocument.body.append('written from outside');
  await told('written from outside');
  const style = document.head.appendChild(document.createElement('style'));
  style.sheet.insertRule('p { color: red }');
  await told('color: red');
  document.querySelector('#text').textContent = 'changed';
  await told('changed');
  const input = document.querySelector('#input');
  input.value = 'typed';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  document.querySelector('#button').click();
  const canvas = main.appendChild(document.createElement('canvas'));
  const context = canvas.getContext('2d');
  context.fillRect(1, 2, 3, 4);
  await told('fillRect');
  context.drawImage(canvas, 0, 0);
  await told('drawImage');
  main.attachShadow({ mode: 'open' }).innerHTML = '<b>in a shadow</b>';
  await told('in a shadow');
  history.pushState(null, '', '/#pushed');
  await addFrame(`${frameOrigin}/child`);
  await told('in the frame');
  stop();
  // Simultaneous reports of several observers arrive in any order.
  const all = exact(
    events,
    'timestamp',
    'timeOffset',
    'x',
    'y',
    'width',
    'height',
    'top',
    'left',
    'bottom',
    'right',
  );
  const sorted = all.map((event) => JSON.stringify({ ...event, timestamp: 0 })).sort();
  return { seen: { told: sorted, stacks } };
}

/** Records itself, and sends the recording to the page around it. */
export async function child() {
  await ready;
  document.body.textContent = 'in the frame';
  record({ emit: () => {}, recordCrossOriginIframes: true });
  return {};
}

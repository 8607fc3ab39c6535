import { record } from 'rrweb';
import { addFrame, exact, frameOrigin, ready, stackHere, until } from '../page/tools.js';

/** Records what happens in a page, in a frame of its own origin, and what one of another sends. */
export async function page() {
  await ready;
  const events = [];
  const stacks = [];
  const stop = record({
    emit(event) {
      events.push(event);
      // Of what a person does: told from within a listener.
      if ([2, 5].includes(event.data.source)) stacks.push(stackHere());
    },
    recordCrossOriginIframes: true,
    recordCanvas: true,
    sampling: { canvas: 'all' },
    slimDOMOptions: 'all',
  });
  const main = document.querySelector('#main');
  main.append(Object.assign(document.createElement('input'), { id: 'input' }));
  const inner = await addFrame('/blank');
  inner.contentDocument.body.append('written from outside');
  const style = document.head.appendChild(document.createElement('style'));
  style.sheet.insertRule('p { color: red }');
  document.querySelector('#text').textContent = 'changed';
  const input = document.querySelector('#input');
  input.value = 'typed';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  document.querySelector('#button').click();
  const canvas = main.appendChild(document.createElement('canvas'));
  const context = canvas.getContext('2d');
  context.fillRect(1, 2, 3, 4);
  context.drawImage(canvas, 0, 0);
  main.attachShadow({ mode: 'open' }).innerHTML = '<b>in a shadow</b>';
  history.pushState(null, '', '/#pushed');
  await addFrame(`${frameOrigin}/child`);
  const text = () => JSON.stringify(events);
  await until(() => /typed/.test(text()) && /in the frame/.test(text()) && /drawImage/.test(text()));
  stop();
  // What several observers saw at once is told in any order.
  const told = exact(
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
  const sorted = told.map((event) => JSON.stringify({ ...event, timestamp: 0 })).sort();
  return { seen: { told: sorted, stacks } };
}

/** Records itself, and sends what it records to the page around it. */
export async function child() {
  await ready;
  record({ emit: () => {}, recordCrossOriginIframes: true });
  document.body.textContent = 'in the frame';
  return {};
}

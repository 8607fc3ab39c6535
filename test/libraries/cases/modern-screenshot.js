import { domToCanvas } from 'modern-screenshot';
import { api, ordinary, outcome, ready } from '../page/tools.js';

/** Draws a page with cross-origin images, which it fetches. */
export async function page() {
  await ready;
  const main = document.querySelector('#main');
  for (const path of ['/open/a.png', '/closed/b.png'])
    main.append(Object.assign(new Image(20, 20), { src: api + path }));
  const drawn = await outcome(() =>
    domToCanvas(main, { timeout: 2000, debug: false }).then((canvas) => [
      canvas.width > 0,
      canvas.toDataURL().length > 1000,
    ]),
  );
  return { seen: { drawn, ordinary: await ordinary() } };
}

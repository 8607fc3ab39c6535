import html2canvas from 'html2canvas';
import { api, ordinary, ready } from '../page/tools.js';

/** Draws a page with cross-origin images, one of them without CORS headers. */
export async function page() {
  await ready;
  const main = document.querySelector('#main');
  for (const path of ['/open/a.png', '/closed/b.png'])
    main.append(Object.assign(new Image(20, 20), { src: api + path }));
  const cloned = [];
  const canvas = await html2canvas(main, {
    useCORS: true,
    logging: false,
    onclone: (document) =>
      cloned.push(document.querySelectorAll('main *').length > 0, document.defaultView !== window),
  });
  const drawn = [canvas.width > 0, canvas.toDataURL().length > 1000];
  return { seen: { cloned, drawn, ordinary: await ordinary() } };
}

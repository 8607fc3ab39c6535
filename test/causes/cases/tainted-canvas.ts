import { page } from '../answers';
import type { CauseCase } from '../case';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';

export const taintedCanvas: CauseCase = {
  cause: 'tainted-canvas',
  title: 'toDataURL() throws a SecurityError although the image server has CORS headers',
  why: 'The image was requested without crossorigin.',
  sources: ['fabricjs/fabric.js#1386', 'niklasvh/html2canvas#1130', 'canvg/canvg#878'],
  server: 'imitated',
  twin: {
    differs: 'The image has crossorigin; the server has no CORS headers, so it is blocked.',
    cause: null,
  },
  fix: 'crossorigin is set before src.',
  origins: { page: 'draw.tools', cdn: 'cdn.stickers' },
  page: 'page:/',
  row: { at: 'cdn:/cat.svg', outcome: 'opaque' },
  works: ({ read }) => read === true,
  servers: {
    page: (_, { at, variant }) =>
      page(
        `const image = new Image();
        ${variant === 'broken' ? '' : "image.crossOrigin = 'anonymous';"}
        image.onerror = () => { window.result = { error: true }; };
        image.onload = () => {
          const canvas = document.createElement('canvas');
          canvas.getContext('2d').drawImage(image, 0, 0);
          try { canvas.toDataURL(); window.result = { read: true }; }
          catch (error) { window.result = { read: error.name }; }
        };
        image.src = '${at('cdn', '/cat.svg')}'; document.body.append(image);`,
        { body: '<p>draw</p>' },
      ),
    cdn: (_, { variant }) => ({
      headers: {
        'Content-Type': 'image/svg+xml',
        ...(variant !== 'twin' && { 'Access-Control-Allow-Origin': '*' }),
      },
      body: svg,
    }),
  },
};

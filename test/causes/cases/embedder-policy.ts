import { page } from '../answers';
import type { CauseCase } from '../case';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';

export const embedderPolicy: CauseCase = {
  cause: 'embedder-policy',
  title: 'After the page was isolated, the images of another host are blocked',
  why: 'The page has Cross-Origin-Embedder-Policy: require-corp, and the images have no Cross-Origin-Resource-Policy.',
  sources: ['helmetjs/helmet#343'],
  server: 'imitated',
  twin: {
    differs: 'The images themselves have Cross-Origin-Resource-Policy: same-origin.',
    cause: 'resource-policy',
  },
  fix: 'Cross-Origin-Resource-Policy: cross-origin on the images.',
  origins: { page: 'editor.video', cdn: 'cdn.pictures' },
  page: 'page:/',
  row: { at: 'cdn:/thumb.svg', outcome: 'blocked' },
  works: ({ image }) => image === 'load',
  servers: {
    page: (_, { at }) =>
      page(
        `const image = new Image();
        image.onload = image.onerror = ({ type }) => { window.result = { image: type }; };
        image.src = '${at('cdn', '/thumb.svg')}'; document.body.append(image);`,
        {
          headers: {
            'Cross-Origin-Opener-Policy': 'same-origin',
            'Cross-Origin-Embedder-Policy': 'require-corp',
          },
          body: '<p>editor</p>',
        },
      ),
    cdn: (_, { variant }) => ({
      headers: {
        'Content-Type': 'image/svg+xml',
        ...(variant === 'twin' && { 'Cross-Origin-Resource-Policy': 'same-origin' }),
        ...(variant === 'fix' && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
      },
      body: svg,
    }),
  },
};

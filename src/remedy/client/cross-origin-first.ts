import { attribute, literal, type WriteClientFix } from '../client-fix';

/** An image that a canvas needs to read, which is requested without CORS. */
export const crossOriginFirst: WriteClientFix = ({ exchange, element, causes }) => {
  const { url = '' } = exchange.hops[0] ?? {};
  if (!causes.has('tainted-canvas') || exchange.mode !== 'no-cors') return null;
  const isMarkup = element === null || element.name !== 'image';
  const lines = [`image.crossOrigin = 'anonymous'; // first`, `image.src = ${literal(url)};`];
  return {
    before: isMarkup ? `<img src=${attribute(url)}>` : `image.src = ${literal(url)};`,
    after: [...(isMarkup ? [`<img crossorigin="anonymous" src=${attribute(url)}>`] : []), ...lines].join(
      '\n',
    ),
    changed: { ...exchange, mode: 'cors', credentialsMode: 'same-origin' },
  };
};

import { attribute, isCode, type WriteClientFix } from '../client-fix';

/** Integrity metadata on what is requested without CORS, which can never match. */
export const integrity: WriteClientFix = (request) => {
  const { element, exchange } = request;
  const { url = '' } = exchange.hops[0] ?? {};
  if (!isCode(request, 'integrity') || exchange.mode !== 'no-cors' || element === null) return null;
  const isLink = element.name === 'link';
  const written = (more: string) =>
    isLink
      ? `<link rel="stylesheet" href=${attribute(url)} integrity="…"${more}>`
      : `<script src=${attribute(url)} integrity="…"${more}></script>`;
  return {
    before: written(''),
    after: written(' crossorigin="anonymous"'),
    changed: { ...exchange, mode: 'cors', credentialsMode: 'same-origin' },
  };
};

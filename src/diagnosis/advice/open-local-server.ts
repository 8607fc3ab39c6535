import { isLoopbackUrl, parseUrl } from '../../engine';
import type { Advice } from '../advice';
import type { Crossing } from '../advice-context';
import { isEcho, matchOf, originsOf, refusesAny } from '../echoes';

/** Hosts of this machine or network by their name or address. What a proxy resolves is not visible. */
const local =
  /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0$|\[::1\]|\[f[cd][\da-f]{2}:|\[fe80:)|^[\w-]+$|\.(local|lan|home\.arpa)$/i;

/** A server on this machine or network lets every site do more than read: every site that the user visits. */
export const openLocalServer: Advice = {
  kind: 'security',
  severity: 'medium',
  certainty: 'likely',
  find: ({ crossings }) =>
    [...crossings].flatMap(([server, all]) => {
      const found = all.filter((crossing) => isLocal(crossing) && drives(crossing));
      const open = found.filter(({ allows }) => allows === '*' || allows === 'null');
      const echoes = found.filter(isEcho);
      const isAny = originsOf(echoes).length >= 2 && !refusesAny(all);
      const rests = isAny ? [...open, ...echoes] : open;
      return rests.length > 0 ? [matchOf(server, rests, linesOf)] : [];
    }),
};

function isLocal({ server }: Crossing): boolean {
  return isLoopbackUrl(server) || local.test(parseUrl(server)?.hostname ?? '.');
}

/** Whether a request changes something, or asks to. */
function drives({ request, isPreflight }: Crossing): boolean {
  return isPreflight || !/^(GET|HEAD|OPTIONS)$/.test(request.method);
}

function linesOf({ request, origin, allows }: Crossing): readonly string[] {
  return [`${request.method} ${request.url}`, `Origin: ${origin}`, `Access-Control-Allow-Origin: ${allows}`];
}

import { type ClientRequest, literal, type WriteClientFix } from '../client-fix';

/** A Content-Type that is all that makes a preflight necessary, where none is needed or none can be answered. */
export const contentType: WriteClientFix = (request) => {
  const { exchange, finding, causes } = request;
  const [hop] = exchange.hops;
  if (finding?.on !== 'preflight' || !hop || hop.unsafeHeaderNames.join() !== 'content-type') return null;
  if (hop.useCorsPreflight || !/^(GET|HEAD|POST)$/.test(hop.method)) return null;
  const isNeedless = hop.method !== 'POST';
  const isUnanswered = causes.has('beacon-with-json') || causes.has('platform-answers-preflight');
  if (!isNeedless && !isUnanswered) return null;
  const sent = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const before = written(request, sent ?? 'application/json');
  const after = isNeedless ? '' : written(request, 'text/plain');
  // Without a preflight, the response to the request itself decides, which was not seen.
  const hops = [{ ...hop, unsafeHeaderNames: [], preflight: null }];
  return before === null || after === null ? null : { before, after, changed: { ...exchange, hops } };
};

function written({ api }: ClientRequest, type: string): string | null {
  switch (api) {
    case 'fetch':
      return `'Content-Type': ${literal(type)},`;
    case 'xhr':
      return `xhr.setRequestHeader('Content-Type', ${literal(type)})`;
    case 'beacon':
      return `new Blob([json], { type: ${literal(type)} })`;
    default:
      return null;
  }
}

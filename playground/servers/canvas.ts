import type { IncomingMessage, ServerResponse } from 'node:http';
import { kindOf } from '../kinds';

/** An image. Policy `allow` allows every origin; `cached` allows the request's origin; `vary` also sends Vary. */
export function answerPicture(request: IncomingMessage, response: ServerResponse): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://playground');
  const policy = searchParams.get('policy');
  const { origin } = request.headers;

  const isCached = policy === 'cached' || policy === 'vary';
  response.setHeader('Cache-Control', isCached ? 'max-age=60' : 'no-store');
  if (policy === 'allow') response.setHeader('Access-Control-Allow-Origin', '*');
  if (isCached && origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin);
  if (policy === 'vary') response.setHeader('Vary', 'Origin');

  const { contentType, body } = kindOf('svg');
  response.setHeader('Content-Type', contentType);
  response.end(body);
}

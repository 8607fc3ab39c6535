import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Origins } from '../origins';

/** Lets pages of one origin read the response, with cookies; pages of other origins get it but cannot read it. */
export function answerCors(request: IncomingMessage, response: ServerResponse, { page }: Origins): void {
  const { method, headers } = request;
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Vary', 'Origin');
  if (headers.origin === page) {
    response.setHeader('Access-Control-Allow-Origin', page);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Expose-Headers', 'FooBar');
  }
  if (method === 'OPTIONS') {
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT');
    response.setHeader('Access-Control-Allow-Headers', 'X-Custom-Header');
    response.writeHead(204).end();
    return;
  }
  response.setHeader('FooBar', '42');
  response.setHeader('Set-Cookie', 'session=liam; Path=/technique/cors; Max-Age=60; HttpOnly');
  response.setHeader('Content-Type', 'text/plain');
  response.end(headers.cookie ?? 'no cookie');
}

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Responds with a script that calls the function named by `callback`; without that parameter, with JSON. */
export function answerJsonp(request: IncomingMessage, response: ServerResponse): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://playground');
  const callback = searchParams.get('callback');
  const data = JSON.stringify({ name: 'liam' });

  const isName = /^[\w$]+$/.test(callback ?? '');
  if (callback !== null && !isName) {
    response.writeHead(400).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': callback === null ? 'application/json' : 'text/javascript',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(callback === null ? data : `${callback}(${data})`);
}

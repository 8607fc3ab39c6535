import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Origins } from '../origins';

/** Forwards the request to the other origin and returns its response. Adds `Via` to both. */
export function forward(request: IncomingMessage, response: ServerResponse, { api }: Origins): void {
  const { host, cookie, origin, connection, ...headers } = request.headers;
  const target = new URL('/technique/server-proxy/crossDomain3', api);
  const forwarded = ask(
    {
      host: '127.0.0.1',
      port: target.port,
      path: target.pathname,
      method: request.method,
      headers: { ...headers, host: target.host, via: '1.1 playground', 'x-forwarded-host': host },
    },
    (answer) => {
      const { connection, 'keep-alive': _, 'transfer-encoding': __, ...answered } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, { ...answered, via: '1.1 playground' });
      answer.pipe(response);
    },
  );
  forwarded.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  request.pipe(forwarded);
}

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Responds with JSON, without CORS headers. */
export function answerData(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify({ name: 'liam' }));
}

import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers with JSON, and says nothing of origins. */
export function answerData(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify({ name: 'liam' }));
}

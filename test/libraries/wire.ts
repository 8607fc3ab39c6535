import type { IncomingMessage } from 'node:http';
import { gunzipSync, inflateSync } from 'node:zlib';

/** A request or a message of a socket, as the server received it. */
export interface WireEntry {
  readonly method: string;
  /** The path with its query; `//api/…` is a cross-origin request. */
  readonly path: string;
  /** In the order of arrival. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: unknown;
}

/** What the server received, by host. */
export interface Wire {
  /** Records a request. Its body is not read if another handler reads it. */
  see(request: IncomingMessage, readsBody?: boolean): void;
  /** Records a message of a socket. */
  hear(request: IncomingMessage, message: string): void;
  of(host: string): Promise<readonly WireEntry[]>;
}

/** Headers of the connection, not of the page's request. */
const ofConnection = new Set([
  'host',
  'priority',
  'connection',
  'content-length',
  'accept-encoding',
  'sec-websocket-key',
  'user-agent',
]);

/** Opens the record of what a server receives. */
export function openWire(): Wire {
  const entries = new Map<string, Promise<WireEntry>[]>();
  const add = (host: string, entry: Promise<WireEntry>) => {
    const list = entries.get(host) ?? [];
    entries.set(host, list);
    list.push(entry);
  };
  const placeOf = ({ headers, url = '/' }: IncomingMessage) => {
    const [, sub = '', host = ''] = /^((?:api|frame)\.)?(.*)$/.exec(headers.host ?? '') ?? [];
    return { host, path: sub === '' ? url : `//${sub.slice(0, -1)}${url}` };
  };

  return {
    see(request, readsBody = true) {
      const { host, path } = placeOf(request);
      const { method = '' } = request;
      add(
        host,
        (readsBody ? bodyOf(request) : Promise.resolve(null)).then((body) => ({
          method,
          path,
          headers: headersOf(request),
          body,
        })),
      );
    },
    hear(request, message) {
      const { host, path } = placeOf(request);
      add(host, Promise.resolve({ method: 'MESSAGE', path, headers: [], body: parsed(message) }));
    },
    of: (host) => Promise.all(entries.get(host) ?? []),
  };
}

function headersOf({ rawHeaders }: IncomingMessage): WireEntry['headers'] {
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  return names
    .map((name, index) => [name.toLowerCase(), rawHeaders[2 * index + 1] ?? ''] as const)
    .filter(([name]) => !ofConnection.has(name));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  // A body that is cut off ends as well.
  if (!request.readableEnded && request.headers.upgrade === undefined) {
    await new Promise((resolve) => request.once('close', resolve));
  }
  return parsed(unpacked(Buffer.concat(parts)).toString());
}

function unpacked(bytes: Buffer): Buffer {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
    if (bytes[0] === 0x78 && bytes.length > 2) return inflateSync(bytes);
  } catch {
    // The body only starts like a compressed one.
  }
  return bytes;
}

/** Parses text as JSON, lines of JSON or a form; other text is unchanged. */
function parsed(text: string): unknown {
  const lines = text.split('\n').filter((line) => line !== '');
  try {
    return lines.length === 1 ? JSON.parse(text) : lines.map((line) => JSON.parse(line));
  } catch {
    if (!/^[\w.-]+=[^\s]*$/.test(text)) return text;
    return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, parsed(value)]));
  }
}

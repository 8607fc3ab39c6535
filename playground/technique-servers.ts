import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Origins } from './origins';
import { answerPicture } from './servers/canvas';
import { answerCors } from './servers/cors';
import { answerData } from './servers/data';
import { answerJsonp } from './servers/jsonp';
import { forward } from './servers/server-proxy';

type Answer = (request: IncomingMessage, response: ServerResponse, origins: Origins) => void;

const answers: Readonly<Record<string, Answer>> = {
  '/technique/jsonp/crossDomain': answerJsonp,
  '/technique/document-domain/crossDomain2': answerData,
  '/technique/cors/cors': answerCors,
  '/technique/server-proxy/proxy': forward,
  '/technique/server-proxy/crossDomain3': answerData,
  '/technique/canvas/picture.svg': answerPicture,
};

/** What answers under that path for a technique; null if nothing does. */
export function techniqueAnswer(pathname: string): Answer | null {
  return answers[pathname] ?? null;
}

/** A technique's server as it runs, for its page: that says itself, in its reader's language, what the docstrings do. */
export function serverCode(file: string): string {
  const source = readFileSync(new URL(`./servers/${file}`, import.meta.url), 'utf8');
  return source.replaceAll(/^\/\*\*.*?\*\/\n/gms, '').trimEnd();
}

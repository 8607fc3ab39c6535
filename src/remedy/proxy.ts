import type { SerializedOrigin } from '../engine';
import type { StackPart } from './stack';

/** What a proxy passes requests to. */
export interface ProxyTarget {
  readonly server: SerializedOrigin;
  /** Whether the server needs the cookies of the page, and may set some. */
  readonly cookies: boolean;
}

/** The comments of a proxy's configuration, in one language. */
export interface ProxyComments {
  /** Where the text goes. */
  readonly place: string;
  /** What it does, and that only this server can be reached through it. */
  readonly purpose: string;
  readonly restart: string;
  /** The command that makes a server read its configuration again. */
  run(command: string): string;
  /** That the server gets its own name. */
  readonly host: string;
  /** That the server gets no Origin header. */
  readonly origin: string;
  readonly cookies: string;
  /** That cookies with a Domain attribute are lost. */
  readonly ownCookies: string;
  /** That an encoded slash in a path is decoded. */
  readonly decodes: string;
  readonly noCookies: string;
}

/** What a proxy on the page's own origin looks like in one server, framework or platform. */
export interface ProxyStack {
  /** The name that its makers use. */
  readonly name: string;
  /** Its own documentation of what the text uses. */
  readonly link: string;
  /** Whether it serves a page while it is developed, or for everybody. */
  readonly use: 'development' | 'production';
  /** Its format is JSON, which has no comments, so the panel has to say them. */
  readonly isJson?: true;
  /** It cannot leave cookies out, so the panel has to say it. */
  readonly passesCookies?: true;
  /** Writes the proxy; `comments` explain it. */
  write(target: ProxyTarget, comments: ProxyComments): readonly StackPart[];
}

/** The path of the page's own server from which it passes requests on. */
export const proxyPath = '/proxy';

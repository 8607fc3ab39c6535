import type { CorsPolicy } from './policy';

/** The comments of a configuration, in one language. */
export interface StackComments {
  /** Where the text goes. */
  readonly place: string;
  readonly replaces: string;
  readonly restart: string;
  /** The command that makes a server read its configuration again. */
  run(command: string): string;
  readonly origins: string;
  readonly anyOrigin: string;
  /** What other origins get. */
  readonly others: string;
  readonly vary: string;
  readonly credentials: string;
  readonly exposed: string;
  readonly preflight: string;
  readonly methods: string;
  readonly requestHeaders: string;
  /** That only headers are allowed that need no permission. */
  readonly noRequestHeaders: string;
  readonly maxAge: string;
  readonly errors: string;
  /** That the application behind a proxy may send such headers too. */
  readonly behind: string;
}

/** A text to paste into a file. */
export interface StackPart {
  /** The usual name of the file, or of the place in it. */
  readonly file: string;
  readonly text: string;
}

/**
 * What a stack cannot do as a policy has it.
 *
 * - `credentials-always`: it allows credentials for every origin that is named
 * - `credentials-never`: it never allows credentials
 * - `lists-fixed`: it has lists of methods and headers of its own
 * - `one-header-list`: the request headers that it allows and the response headers that it exposes are one list
 * - `one-origin`: it can name one origin only
 * - `any-origin`: it allows every origin, or none
 * - `origin-only`: its response to a request without an Origin header may have neither CORS headers nor Vary
 */
export type StackLimit =
  | 'credentials-always'
  | 'credentials-never'
  | 'lists-fixed'
  | 'one-header-list'
  | 'one-origin'
  | 'any-origin'
  | 'origin-only';

/** What a policy looks like in one server, framework or platform. */
export interface Stack {
  /** The name that its makers use. */
  readonly name: string;
  /** Its own documentation of what the text uses. */
  readonly link: string;
  /** Values of the Server, Via or X-Powered-By header with which it says its name. */
  readonly says?: RegExp;
  /** Its format has no comments, so the place stands beside it. */
  readonly isJson?: boolean;
  readonly limits?: readonly StackLimit[];
  /** Writes a policy; `comments` explain it line by line. */
  write(policy: CorsPolicy, comments: StackComments): readonly StackPart[];
}

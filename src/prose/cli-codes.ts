/** The formats that are read. `text`: raw HTTP, what curl printed, or messages of a console. */
export type FileFormat = 'report' | 'har' | 'text';

/** What a file does not show, although a recording does. */
export type FileLack =
  /** How the requests ended: the rules of the browser decide alone. */
  | 'ends'
  /** The response of some requests. */
  | 'blocked-responses'
  /** Headers that the program removed or never saw, such as cookies. */
  | 'some-headers'
  /** The mode of the requests. */
  | 'modes'
  /** Responses: a message of a console says only what the browser decided. */
  | 'responses'
  /** Messages between frames, and the calls of the page. */
  | 'page-events';

/** What is checked of a server that is held against a policy. */
export type PolicyRule =
  | 'allows'
  | 'allows-errors'
  | 'refuses'
  | 'preflight'
  | 'no-more-methods'
  | 'no-more-headers'
  | 'credentials'
  | 'no-credentials'
  | 'exposes'
  | 'varies'
  | 'max-age';

/** A command of the command line. */
export type CommandName = 'inspect' | 'explain' | 'fix' | 'replay' | 'diff' | 'check' | 'mcp';

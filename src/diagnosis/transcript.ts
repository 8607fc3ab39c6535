import type { Header, HeaderList } from '../engine';

// Text that someone copied from a terminal: the heads of HTTP responses. Bodies are skipped.

/** The head of one response. */
export interface TranscriptResponse {
  readonly status: number;
  readonly headers: HeaderList;
  /** Whether a proxy made it, which then passes on what the server answers. */
  readonly isTunnel: boolean;
}

/** What a program printed of the HTTP that it spoke, in order. */
export interface HttpTranscript {
  /** The method of the first request, which only `curl -v` prints. */
  readonly method: string | null;
  /** With redirects, interim responses and a proxy's own. */
  readonly responses: readonly TranscriptResponse[];
  /** The exit code that curl reported last; null if it reported no error. */
  readonly curlError: number | null;
}

/** The length up to which pasted text is read. */
export const maxTranscriptText = 200_000;
const maxResponses = 20;
const maxHeaders = 200;
const maxValue = 4_000;
const maxLine = 10_000;

const statusLine = /^([ \t]{0,16})(< )?HTTP\/\d(?:\.\d)? +([1-9]\d\d)(?: (.*))?$/;
const headerLine = /^([!#$%&'*+.^_`|~\w-]{1,200}):[ \t]*(.*)$/;
const requestLine = /^[ \t]{0,16}> ([!#$%&'*+.^_`|~\w-]{1,40}) \S{1,10000} HTTP\/\d/m;
const curlErrorLine = /\bcurl: \((\d{1,3})\)/;

/** How terminals write bold header names and links, which curl prints. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const escapes = /\u001b(?:\[[\d;]{0,20}[A-Za-z]|\]8;[^\u0007\u001b]{0,4000}(?:\u0007|\u001b\\))/g;

/**
 * Reads what `curl -i`, `-I`, `-v` or `-D -` printed, with prompts around it; null if it has neither a response nor an
 * error of curl.
 */
export function readTranscript(pasted: string): HttpTranscript | null {
  const text = withoutEscapes(pasted);
  const lines = linesOf(text);
  // With `-v` curl marks each line of a response, so what is not marked is a body or a repetition.
  const responses = responsesIn(lines, /^[ \t]{0,16}< HTTP\//m.test(text));
  const curlError = lines.findLast((line) => curlErrorLine.test(line));
  if (responses.length === 0 && curlError === undefined) return null;
  return {
    method: requestLine.exec(text)?.[1] ?? null,
    responses,
    curlError: curlError === undefined ? null : Number(curlErrorLine.exec(curlError)?.[1]),
  };
}

/** The head of one request. */
export interface TranscriptRequest {
  readonly method: string;
  /** A URL, or a path with its query. */
  readonly target: string;
  readonly headers: HeaderList;
}

const requestStart = /^([ \t]{0,16})(> )?([A-Z][A-Z-]{0,39}) (\S{1,10000}) HTTP\/\d(?:\.\d)?[ \t]*$/;

/** Returns the heads of the requests in what `curl -v` printed, or in raw HTTP. */
export function readRequests(pasted: string): readonly TranscriptRequest[] {
  const lines = linesOf(withoutEscapes(pasted));
  const requests: TranscriptRequest[] = [];
  for (let index = 0; index < lines.length && requests.length < maxResponses; index++) {
    const [, indent = '', mark = '', method = '', target = ''] = requestStart.exec(lines[index] ?? '') ?? [];
    if (method === '') continue;
    const headers: Header[] = [];
    for (index++; index < lines.length; index++) {
      const line = lines[index] ?? '';
      const header = line.startsWith(indent + mark)
        ? headerOf(line.slice(indent.length + mark.length))
        : null;
      if (!header) break;
      if (headers.length < maxHeaders) headers.push(header);
    }
    requests.push({ method, target, headers });
  }
  return requests;
}

function withoutEscapes(pasted: string): string {
  return pasted.slice(0, maxTranscriptText).replace(escapes, '');
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/).map((line) => line.slice(0, maxLine));
}

function responsesIn(lines: readonly string[], isMarked: boolean): readonly TranscriptResponse[] {
  const responses: TranscriptResponse[] = [];
  for (let index = 0; index < lines.length && responses.length < maxResponses; index++) {
    const match = statusLine.exec(lines[index] ?? '');
    if (!match || (isMarked && match[2] === undefined)) continue;
    const [, indent = '', mark = '', status, reason = ''] = match;
    const headers: Header[] = [];
    for (index++; index < lines.length; index++) {
      const line = lines[index] ?? '';
      // curl explains between marked lines what it does.
      if (isMarked && !line.startsWith(`${indent}<`)) continue;
      const header = headerOf(line.slice(indent.length + mark.length));
      if (!header) break;
      if (headers.length < maxHeaders) headers.push(header);
    }
    const isTunnel = /^connection established/i.test(reason);
    const response = { status: Number(status), headers, isTunnel };
    responses.push(response);
    // What follows another response is its body, which may contain anything.
    if (!isFollowed(response)) break;
    index--;
  }
  return responses;
}

function headerOf(line: string): Header | null {
  const match = headerLine.exec(line);
  // The prompt of Windows, such as `C:\Users>`.
  if (!match || /^[A-Za-z]:\\/.test(line)) return null;
  return [match[1] ?? '', (match[2] ?? '').trimEnd().slice(0, maxValue)];
}

/** Whether curl goes on after a response: interim, of a proxy's tunnel, redirect, or request for a login. */
function isFollowed({ status, isTunnel }: TranscriptResponse): boolean {
  return status < 200 || isTunnel || (status >= 300 && status < 400) || status === 401 || status === 407;
}

/** The response to the request itself: no interim one, and none of a proxy; null if there is none. */
export function firstAnswer({ responses }: HttpTranscript): TranscriptResponse | null {
  return responses.find(({ status, isTunnel }) => !isTunnel && (status >= 200 || status === 101)) ?? null;
}

import type { ConsoleMessage } from '../diagnosis/console/message';
import type { FindingCode } from '../engine';
import { consoleProse } from './console-prose';
import type { FindingContext } from './finding-prose';
import type { Language } from './languages';
import { bounded, shortUrl } from './short-url';

const maxValueLength = 200;

/** Returns the values for the sentences about a finding of which only a console message is known. */
export function consoleContext(
  message: ConsoleMessage,
  code: FindingCode,
  language: Language,
): FindingContext {
  const { someUrl, somePage, someMethod, browsers } = consoleProse.in(language);
  const bound = (text: string) => bounded(text, maxValueLength);
  const { header, value, status, browser } = message;
  const origin = bound(message.origin ?? somePage);
  const method = bound(message.method ?? someMethod);
  const url = message.url === null ? someUrl : shortUrl(message.url);
  const given = value === null ? null : bound(value);
  return {
    evidence: {
      requestOrigin: origin,
      origin: given,
      credentials: given,
      method,
      ...(header !== null && { headerNames: bound(header), missingNames: bound(header) }),
      ...(status !== null && { status: String(status) }),
      ...(/credentials/.test(code) && { credentialsMode: 'include' }),
    },
    url,
    method,
    origin,
    browser: browser ? browsers[browser] : '',
    kind: 'fetch',
    api: null,
    requestedUrl: url,
    status,
    otherFix: null,
    mayBeCached: false,
  };
}

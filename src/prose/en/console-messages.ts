import type { ConsoleBrowser, ConsoleMessage } from '../../diagnosis/console/message';

/** The words of the dialog that explains console messages. */
export const consoleMessages = {
  title: 'Explain a console message',
  close: 'Close',
  field: 'Messages from the console of Chrome, Firefox or Safari',
  browsers: {
    chrome: 'Chrome',
    firefox: 'Firefox',
    safari: 'Safari',
  } satisfies Readonly<Record<ConsoleBrowser, string>>,
  unknown: 'Unknown wording',
  requests: 'In this recording',
  otherReason: 'blocked or failed for another reason, or allowed',
  noRequest: 'No recorded request matches this message.',
  meaning: 'Meaning',
  meanings: 'Possible meanings',
  vague: {
    'any-failure':
      'The browser prints this for every failure of such a request, also if CORS has nothing to do with it. The reason is in another message, or in the request’s row.',
    'for-script':
      'Script only learns that the request failed. The browser prints the reason as a separate message: paste that one.',
  } satisfies Readonly<Record<NonNullable<ConsoleMessage['vague']>, string>>,
  unknownHint:
    'This is no message about a blocked request that CORScope knows. Messages of Firefox in other languages than English are found only by their URL.',
  /** In place of an origin that the message does not contain. */
  somePage: '<the page’s origin>',
  someMethod: '<the method>',
  someUrl: '<the URL>',
};

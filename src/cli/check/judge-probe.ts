import type { BrowserName, Exchange } from '../../engine';
import { reportOfFile } from '../../files/file-report';
import type { Language } from '../../prose';
import type { ReportExchange } from '../../report/model';
import { recordingOf } from './probe';

const browsers: readonly BrowserName[] = ['chrome', 'firefox'];

/** What a browser would do with a request that was sent. */
export interface JudgedProbe {
  readonly browser: BrowserName;
  readonly request: ReportExchange;
}

/** Judges a request that was sent by the rules of both browsers. */
export function judgeProbe(
  exchange: Exchange,
  { version, language }: { readonly version: string; readonly language: Language },
): readonly JudgedProbe[] {
  return browsers.map((browser) => {
    const file = recordingOf(exchange, browser, Date.now());
    const options = {
      version,
      language,
      browser: { name: browser, version: '' },
      redaction: 'everything',
    } as const;
    const { exchanges } = reportOfFile(file, options);
    const request = exchanges.find(({ preflightFor }) => preflightFor === null);
    if (!request) throw new Error('cli: a probe has one request');
    return { browser, request };
  });
}

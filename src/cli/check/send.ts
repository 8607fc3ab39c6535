import { lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { FetchResponse, Header, HeaderList } from '../../engine';
import { UsageError } from '../usage-error';

const timeoutMs = 15_000;

/** Browsers take every name below localhost for this machine. */
const localLookup: LookupFunction = (hostname, options, callback) => {
  lookup(/(^|\.)localhost$/.test(hostname) ? 'localhost' : hostname, options, callback);
};

/**
 * Sends a request without a body and returns the head of its response. Redirects are not followed.
 *
 * @throws UsageError if there is no response; its message says which server and why
 */
export async function send(method: string, url: string, headers: HeaderList): Promise<FetchResponse> {
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new UsageError(`${method} ${url}: ${error.message}`));
    try {
      const sent = request(
        url,
        {
          method,
          headers: Object.fromEntries(headers),
          lookup: localLookup,
          timeout: timeoutMs,
          agent: false,
        },
        (response) => {
          const { statusCode: status = 0, rawHeaders } = response;
          // The head is all that is judged.
          response.destroy();
          resolve({ status, headerList: pairsOf(rawHeaders) });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('ETIMEDOUT')));
      sent.on('error', fail);
      sent.end();
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function pairsOf(raw: readonly string[]): HeaderList {
  return raw.flatMap((name, index): Header[] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
}

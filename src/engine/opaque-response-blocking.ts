import type { FetchResponse } from './model';
import { contentTypeOf, isNosniff, javaScriptTypes } from './nosniff';
import { decide, type Trace } from './trace';

const safelisted: ReadonlySet<string> = new Set(['text/css', 'image/svg+xml']);
const blocklisted = /^(text\/(html|json)|[^/]+\/([^/]+\+)?(json|xml))$/;
const neverSniffed =
  /^(application\/(dash\+xml|gzip|msexcel|mspowerpoint|msword|msword-template|pdf|x-gzip|x-protobuf|zip|grpc-web\+proto|vnd\.(apple\.mpegurl|ces-quick(point|sheet|word)|ms-(excel|powerpoint|word)(\..*)?|openxmlformats-officedocument\..*|presentation-openxml|spreadsheet-openxml|wordprocessing-openxml)|x-mpegurl)|multipart\/byteranges|audio\/mpegurl|text\/(csv|event-stream))$/;

/**
 * Whether an opaque response is blocked, as far as its status and headers decide. The body is not visible
 * here, so the result is `unknown` if its bytes decide.
 *
 * Divergence (browsers): Firefox parses the remaining bodies as script, Chrome only checks whether they start
 * like HTML, XML or JSON. A blocked `fetch()` rejects in Firefox and gets an empty response in Chrome.
 *
 * @see https://github.com/annevk/orb#processing-model
 */
export function opaqueResponseBlocking(response: FetchResponse): Trace<'allowed' | 'blocked' | 'unknown'> {
  const mimeType = contentTypeOf(response.headerList);
  const type = mimeType ?? '';
  const nosniff = isNosniff(response.headerList);
  const isSafelisted = safelisted.has(type) || javaScriptTypes.has(type);
  const isBlocklisted = blocklisted.test(type);

  const evidence = { mimeType, nosniff: String(nosniff), status: String(response.status) };
  const orb = 'orb';
  return decide<'allowed' | 'blocked' | 'unknown'>('orb', evidence, [
    { step: '3.1', when: isSafelisted, returns: 'allowed' },
    { step: '3.2', when: neverSniffed.test(type), returns: 'blocked', finding: orb },
    { step: '3.3', when: response.status === 206 && isBlocklisted, returns: 'blocked', finding: orb },
    {
      step: '3.4',
      when: nosniff && (isBlocklisted || type === 'text/plain'),
      returns: 'blocked',
      finding: orb,
    },
    { step: '5', when: true, returns: 'unknown' },
  ]);
}

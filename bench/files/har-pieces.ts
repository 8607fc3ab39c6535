const encoder = new TextEncoder();

/** A HAR file as Chrome's DevTools write it, of about this size in bytes; `bodyLength`: of each response. */
export function* harPieces(size: number, bodyLength: number): Generator<Uint8Array> {
  const body = '{"name":"value","text":"line\\n é"},'.repeat(Math.ceil(bodyLength / 34)).slice(0, bodyLength);
  const start =
    '{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[';
  yield encoder.encode(start);
  let written = start.length;
  for (let index = 0; written < size; index++) {
    const text = `${index === 0 ? '' : ','}\n${JSON.stringify(entry(index, body), null, 2)}`;
    const bytes = encoder.encode(text);
    written += bytes.length;
    yield bytes;
  }
  yield encoder.encode(']}}');
}

/** Every tenth request is answered without CORS headers. */
function entry(index: number, body: string): object {
  const isRefused = index % 10 === 9;
  const headers = (list: Readonly<Record<string, string>>) =>
    Object.entries(list).map(([name, value]) => ({ name, value }));
  return {
    _initiator: { type: 'script', stack: { callFrames: [] } },
    _resourceType: 'fetch',
    startedDateTime: new Date(1_764_720_000_000 + index * 5).toISOString(),
    time: 12.5,
    request: {
      method: 'GET',
      url: `https://api.example/items/${index}`,
      httpVersion: 'http/2.0',
      headers: headers({
        Host: 'api.example',
        Origin: 'https://app.example',
        Referer: 'https://app.example/',
        'User-Agent': 'Mozilla/5.0 Chrome/156.0.0.0',
        Accept: 'application/json',
        'Sec-Fetch-Mode': 'cors',
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Dest': 'empty',
      }),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: 200,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: headers({
        'Content-Type': 'application/json',
        Date: `Thu, 03 Dec 2026 12:00:${String(index % 60).padStart(2, '0')} GMT`,
        ...(!isRefused && { 'Access-Control-Allow-Origin': 'https://app.example' }),
      }),
      cookies: [],
      content: { size: body.length, mimeType: 'application/json', text: body },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _error: isRefused ? 'net::ERR_FAILED' : null,
    },
    cache: {},
    timings: { send: 1, wait: 10, receive: 1.5 },
  };
}

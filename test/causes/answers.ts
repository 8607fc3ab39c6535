import type { CaseAnswer, CaseRequest } from './case';

/** A page with this script at its end. It requests no favicon. */
export function page(script: string, { headers = {}, head = '', body = '' }: PageParts = {}): CaseAnswer {
  return {
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    body: `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${head}<title>Case</title>${body}<script>${script}</script>`,
  };
}

interface PageParts {
  readonly headers?: CaseAnswer['headers'];
  readonly head?: string;
  readonly body?: string;
}

/** A page whose script sets `window.result` to the value of this async function body. */
export function pageWith(asyncBody: string, parts: PageParts = {}): CaseAnswer {
  return page(
    `const asked = (url, init) => fetch(url, init).then((r) => r.status, (error) => error.name);
(async () => { ${asyncBody} })().then((r) => { window.result = r; }, (e) => { window.result = { error: String(e) }; });`,
    parts,
  );
}

/** A JSON response. */
export function json(headers: CaseAnswer['headers'] = {}, status = 200, body = '{}'): CaseAnswer {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

/** Whether it is a CORS-preflight request. */
export function isPreflight({ method, headers }: CaseRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/** The headers with which a server allows its caller: any origin, by an echo, with credentials. */
export function echoed({ headers }: CaseRequest): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': headers.origin ?? '*',
    ...(headers.origin !== undefined && { 'Access-Control-Allow-Credentials': 'true' }),
    Vary: 'Origin',
  };
}

/** A preflight response with these headers. */
export function preflight(headers: Record<string, string>, methods: string, names: string): CaseAnswer {
  return {
    status: 204,
    headers: { ...headers, 'Access-Control-Allow-Methods': methods, 'Access-Control-Allow-Headers': names },
  };
}

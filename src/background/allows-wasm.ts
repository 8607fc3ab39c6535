import { getHeader, type HeaderList } from '../engine';

/** The last one is sent with the request of a frame that has a `csp` attribute. */
const policies = ['Content-Security-Policy', 'Content-Security-Policy-Report-Only', 'Sec-Required-CSP'];

/**
 * Whether a document with these request and response headers may compile WebAssembly without violating a policy,
 * report-only policies included.
 */
export function allowsWasm(headers: HeaderList): boolean {
  const all = policies.flatMap((name) => getHeader(headers, name)?.split(',') ?? []);
  return all.every((policy) => {
    const directives = policy.split(';').map((directive) => directive.trim().toLowerCase().split(/\s+/));
    const sources = ['script-src', 'default-src'].map((name) => directives.find(([first]) => first === name));
    const [scripts = null] = sources.filter((each) => each !== undefined);
    return !scripts || scripts.includes("'unsafe-eval'") || scripts.includes("'wasm-unsafe-eval'");
  });
}

import { getHeader, type HeaderList } from '../engine';

/** The last is a frame's, by its `csp` attribute: the browser asks for the document with it. */
const policies = ['Content-Security-Policy', 'Content-Security-Policy-Report-Only', 'Sec-Required-CSP'];

/**
 * Whether a document that was asked for and came with these headers may compile WebAssembly without a violation of its policies, those that only
 * report included; false if its headers are not known.
 */
export function allowsWasm(headers: HeaderList | null): boolean {
  if (!headers) return false;
  const all = policies.flatMap((name) => getHeader(headers, name)?.split(',') ?? []);
  return all.every((policy) => {
    const directives = policy.split(';').map((directive) => directive.trim().toLowerCase().split(/\s+/));
    const sources = ['script-src', 'default-src'].map((name) => directives.find(([first]) => first === name));
    const [scripts = null] = sources.filter((each) => each !== undefined);
    return !scripts || scripts.includes("'unsafe-eval'") || scripts.includes("'wasm-unsafe-eval'");
  });
}

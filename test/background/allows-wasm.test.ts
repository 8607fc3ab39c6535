import { expect, test } from 'vitest';
import { allowsWasm } from '../../src/background/allows-wasm';
import type { HeaderList } from '../../src/engine';

const csp = 'Content-Security-Policy';
const reportOnly = 'Content-Security-Policy-Report-Only';

// biome-ignore format: a table
test.each<[boolean, HeaderList]>([
  // allows  headers
  [true,     []],
  [true,     [['Content-Type', 'text/html']]],
  [true,     [[csp, "img-src 'self'; connect-src *"]]],
  [true,     [[csp, "script-src 'self' 'wasm-unsafe-eval'"]]],
  [true,     [[csp, "default-src 'self' 'unsafe-eval'"]]],
  [true,     [[csp, "default-src 'none'; SCRIPT-SRC 'self' 'Unsafe-Eval'"]]],
  [false,    [[csp, "script-src 'self'"]]],
  [false,    [[csp, "default-src 'self'"]]],
  [false,    [[csp, "default-src 'unsafe-eval'; script-src 'self'"]]],
  [false,    [[csp, "script-src *"]]],
  [false,    [[csp, "script-src 'nonce-a' 'strict-dynamic'"]]],
  [false,    [[csp, "img-src *, script-src 'self'"]]],
  [false,    [[csp, "script-src 'wasm-unsafe-eval'"], [csp, "default-src 'none'"]]],
  // What is only reported would be a report all the same.
  [false,    [[reportOnly, "script-src 'self'"]]],
  // What the frame around it demands.
  [false,    [['Sec-Required-CSP', "script-src 'self'"], ['Content-Type', 'text/html']]],
  [false,    [['content-security-policy', "script-src 'self'"]]],
])('a document may compile WebAssembly: %j with %j', (allows, headers) => {
  expect(allowsWasm(headers)).toBe(allows);
});

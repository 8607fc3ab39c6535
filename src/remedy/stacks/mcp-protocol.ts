import type { CorsPolicy } from '../policy';

// What clients of the Model Context Protocol send over HTTP, whether the recording has it or not: its next request
// would be blocked otherwise.
const methods = ['DELETE'];
const requestHeaders = [
  'authorization',
  'content-type',
  'last-event-id',
  'mcp-protocol-version',
  'mcp-session-id',
];
const exposedHeaders = ['Mcp-Session-Id', 'WWW-Authenticate'];

/** Returns a policy with all that the protocol uses. @see https://modelcontextprotocol.io/specification/2025-11-25/basic/transports */
export function withProtocol(policy: CorsPolicy): CorsPolicy {
  const union = (own: readonly string[], more: readonly string[]) => {
    const known = new Set(own.map((name) => name.toLowerCase()));
    return [...own, ...more.filter((name) => !known.has(name.toLowerCase()))];
  };
  return {
    ...policy,
    methods: union(policy.methods, methods),
    requestHeaders: union(policy.requestHeaders, requestHeaders),
    exposedHeaders: union(policy.exposedHeaders, exposedHeaders),
  };
}

import type { CauseCode } from '../../diagnosis/causes';
import type { CauseContext, CauseProse } from '../cause-prose';
import { asked, effect } from './causes-answers';

const names = ({ values }: CauseContext) => values.names ?? '';
const unsent = ({ method }: CauseContext) => `so the ${method} was never sent`;

/** Causes in platforms, development servers, and servers of agents and models. */
export const ofPlatforms = {
  'platform-answers-preflight': {
    title: 'The platform answers preflights itself, with another policy than the application',
    reason: 'Platform answers the preflight itself',
    sentence: (context) =>
      `The platform in front of ${context.host} answered the preflight itself, with an Access-Control-Allow-Origin that differs from the application’s own, ${unsent(context)}.`,
    remedy: (context) =>
      `In the platform’s configuration (not in the application), allow ${context.method} and the headers that the page sends, or let the platform pass OPTIONS on.`,
  },
  'refused-origin-throws': {
    title: 'The CORS middleware throws an error for an origin that is not allowed',
    reason: 'CORS middleware throws for the origin',
    sentence: (context) =>
      `The Express application at ${context.host} answered the preflight with 500, probably because its CORS middleware throws for ${context.page}, ${unsent(context)}.`,
    remedy: (context) =>
      `In the API’s list of origins, add ${context.page}. In the origin function, call callback(null, false) instead of passing an Error.`,
  },
  'deployment-protection': {
    title: 'The hosting platform protects this deployment with a login',
    reason: 'Deployment protection answers',
    sentence: (context) =>
      `The hosting platform of ${context.host} answered ${asked(context)} with ${context.status} to ask for a login, before the application ran, ${effect(context)}.`,
    remedy: () =>
      'In the platform’s settings, turn off the protection of this deployment, exempt OPTIONS, or send its bypass token. The application’s CORS code is not involved.',
  },
  'dev-server-refuses-own-host': {
    title: 'The development server rejects requests of its own page',
    reason: 'Dev server rejects its own page',
    sentence: (context) =>
      `The development server answered its own page’s request for ${context.url} with 403, because its list of hosts does not contain ${context.host}.`,
    remedy: () =>
      'In the configuration of the development server, add this host (Next.js: allowedDevOrigins; Vite: server.allowedHosts).',
  },
  'event-stream-outside-cors': {
    title: 'The event stream is outside of the server’s CORS configuration',
    reason: 'Event stream without CORS headers',
    sentence: (context) =>
      `The server sends the event stream ${context.url} (${context.status}) without the CORS headers of its other routes, ${effect(context)}.`,
    remedy: () => 'In the API, register CORS before the endpoint of the event stream.',
  },
  'route-with-own-cors': {
    title: 'This route has a CORS policy of its own',
    reason: 'Route has its own CORS policy',
    sentence: (context) =>
      `${context.host} answers ${context.url} with Access-Control-Allow-Origin: *, but its other routes allow ${context.page} with credentials, ${effect(context)}.`,
    remedy: () =>
      'In the API, find what answers this route (GraphQL middleware has its own CORS): give it the server’s CORS options, or turn its own off.',
  },
  'mcp-header-not-allowed': {
    title: 'The MCP server does not allow the headers of its protocol',
    reason: 'MCP headers are not allowed',
    sentence: (context) =>
      `The MCP server ${context.host} does not allow the headers of its protocol (${names(context)}), ${unsent(context)}.`,
    remedy: (context) =>
      `In the MCP server’s CORS configuration, allow ${names(context)}, and also Mcp-Session-Id, Mcp-Protocol-Version, Last-Event-ID, GET and DELETE; expose Mcp-Session-Id.`,
  },
  'mcp-session-not-exposed': {
    title: 'The MCP server does not expose Mcp-Session-Id',
    reason: 'Mcp-Session-Id is not exposed',
    sentence: (context) =>
      `The MCP server ${context.host} sends Mcp-Session-Id but does not expose it, so the page cannot read it and its session never starts.`,
    remedy: () =>
      'In the MCP server’s CORS configuration, add Mcp-Session-Id to Access-Control-Expose-Headers.',
  },
  'oauth-metadata-without-cors': {
    title: 'The OAuth metadata has no CORS headers',
    reason: 'OAuth metadata without CORS headers',
    sentence: (context) =>
      `${context.host} answered ${asked(context)} for the OAuth metadata with ${context.status} and no CORS headers, so the page cannot find out how to sign in.`,
    remedy: () =>
      'On the server, apply CORS to /.well-known/* and to 401 responses too, and expose WWW-Authenticate.',
  },
  'sdk-header-not-allowed': {
    title: 'A client library adds a header that the server does not allow',
    reason: 'Library adds a header',
    sentence: (context) =>
      `A client library in the page adds ${names(context)}, which ${context.host} does not allow, ${unsent(context)}.`,
    remedy: (context) =>
      `In the API’s CORS configuration, add ${names(context)} to the allowed headers. Or, in the page, turn the header off in the library.`,
  },
  'local-model-server-refuses-origin': {
    title: 'The local model server does not allow this origin',
    reason: 'Local model server rejects the origin',
    sentence: (context) =>
      `The model server at ${context.host} answered ${asked(context)} with ${context.status} and no CORS headers, because its list of origins does not contain ${context.page}, ${context.isPreflight ? effect(context) : 'so the page cannot read the response'}.`,
    remedy: (context) =>
      `Start the model server with this origin allowed (Ollama: OLLAMA_ORIGINS=${context.page}; LM Studio: Enable CORS; others: --cors).`,
  },
  'obsolete-private-network-header': {
    title: 'Access-Control-Allow-Private-Network has no effect any more',
    reason: 'Private-network header is obsolete',
    sentence: (context) =>
      `${context.host} sends Access-Control-Allow-Private-Network, which browsers have ignored since Chrome 142, but not the required headers, ${effect(context)}.`,
    remedy: () =>
      'On the server, remove Access-Control-Allow-Private-Network and send the headers that the finding below names. For the local network, the browser asks the user.',
  },
  'local-network-frame-permission': {
    title: 'A frame does not pass the permission for the local network on',
    reason: 'Frame lacks the local network',
    sentence: (context) =>
      `The frame ${context.values.origin} has no permission ${context.values.name} from the page around it, so the browser did not send the request to ${context.host}.`,
    remedy: (context) =>
      `In the page that contains the frame ${context.values.origin}, add allow="${context.values.name}" to its iframe element, and to each frame between.`,
  },
  'loopback-mixed-content': {
    title: 'A page of https: requests http: in the local network without declaring it',
    reason: 'http: in the local network',
    sentence: (context) =>
      `The page at ${context.page} is https: and requests http://${context.host} in the local network without targetAddressSpace, so the browser blocked it as mixed content.`,
    remedy: () =>
      'In the page, call fetch() with targetAddressSpace: ‘local’ (or ‘loopback’), or request https:.',
  },
  'server-has-done-it': {
    title: 'The server has already processed the request',
    reason: 'Processed, but the response is hidden',
    sentence: (context) =>
      `${context.host} processed the ${context.method} and answered with ${context.status} but without the required CORS headers, ${effect(context)}.`,
    remedy: (context) =>
      `In the page, do not repeat the ${context.method}: the server would do it again. On ${context.host}, send Access-Control-Allow-Origin with this response too.`,
  },
} satisfies Partial<Readonly<Record<CauseCode, CauseProse>>>;

import { doubleQuotedList, indented, lines } from '../config-text';
import type { PolicyEntry } from '../policy-entries';

// What the stacks on Starlette share: FastAPI and FastMCP.

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'allow_credentials',
  'Access-Control-Expose-Headers': 'expose_headers',
  'Access-Control-Allow-Methods': 'allow_methods',
  'Access-Control-Allow-Headers': 'allow_headers',
  'Access-Control-Max-Age': 'max_age',
};

/** An argument of `CORSMiddleware`. */
export function starletteArgument({ header, value }: PolicyEntry): string {
  if (value === 'true') return `${names[header]}=True,`;
  return `${names[header]}=${/^\d+$/.test(value) ? value : `[${doubleQuotedList(value.split(', '))}]`},`;
}

const body = `def __init__(self, app):
    self.app = app
async def __call__(self, scope, receive, send):
    async def send_varied(message):
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if "Origin" not in headers.get("Vary", ""):
                headers.add_vary_header("Origin")
        await send(message)
    await self.app(scope, receive, send_varied)`;

/** A middleware that always sends Vary: `CORSMiddleware` leaves out requests without an Origin header. */
export const varyByOrigin = {
  import: 'from starlette.datastructures import MutableHeaders',
  definition: lines('class VaryByOrigin:', indented(body, '    ')),
};

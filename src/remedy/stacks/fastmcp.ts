import { comment, doubleQuoted, doubleQuotedList, indented, lines } from '../config-text';
import { entriesOf, entryLines, type PolicyEntry } from '../policy-entries';
import type { Stack } from '../stack';
import { withProtocol } from './mcp-protocol';

const names: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'allow_credentials',
  'Access-Control-Expose-Headers': 'expose_headers',
  'Access-Control-Allow-Methods': 'allow_methods',
  'Access-Control-Allow-Headers': 'allow_headers',
  'Access-Control-Max-Age': 'max_age',
};

function option({ header, value }: PolicyEntry): string {
  const written =
    value === 'true' ? 'True' : /^\d+$/.test(value) ? value : `[${doubleQuotedList(value.split(', '))}]`;
  return `${names[header]}=${written},`;
}

/** An MCP server with FastMCP. */
export const fastmcp: Stack = {
  name: 'MCP server (FastMCP)',
  link: 'https://gofastmcp.com/deployment/http',
  write(policy, comments) {
    const wider = withProtocol(policy);
    const { origins } = wider;
    const { always, onPreflight } = entriesOf(wider, comments);
    const listed = origins === '*' ? doubleQuoted('*') : doubleQuotedList(origins);
    const text = lines(
      comment('#', comments.place, comments.replaces),
      comment('#', comments.preflight, comments.errors, comments.restart),
      'from starlette.middleware import Middleware',
      'from starlette.middleware.cors import CORSMiddleware',
      '',
      'app = mcp.http_app(middleware=[',
      '    Middleware(',
      '        CORSMiddleware,',
      indented(
        lines(
          comment('#', ...(origins === '*' ? [comments.anyOrigin] : [comments.origins, comments.others])),
          `allow_origins=[${listed}],`,
          entryLines(always, '#', option),
          entryLines(onPreflight, '#', option),
        ),
        '        ',
      ),
      '    ),',
      '])',
    );
    return [{ file: 'server.py', text }];
  },
};

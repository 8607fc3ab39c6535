import { comment, doubleQuoted, doubleQuotedList, indented, lines } from '../config-text';
import { entriesOf, entryLines } from '../policy-entries';
import type { Stack } from '../stack';
import { withProtocol } from './mcp-protocol';
import { starletteArgument, varyByOrigin } from './starlette';

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
      varyByOrigin.import,
      'from starlette.middleware import Middleware',
      'from starlette.middleware.cors import CORSMiddleware',
      '',
      comment('#', comments.vary),
      varyByOrigin.definition,
      '',
      'app = mcp.http_app(middleware=[',
      '    Middleware(VaryByOrigin),',
      '    Middleware(',
      '        CORSMiddleware,',
      indented(
        lines(
          comment('#', ...(origins === '*' ? [comments.anyOrigin] : [comments.origins, comments.others])),
          `allow_origins=[${listed}],`,
          entryLines(always, '#', starletteArgument),
          entryLines(onPreflight, '#', starletteArgument),
        ),
        '        ',
      ),
      '    ),',
      '])',
    );
    return [{ file: 'server.py', text }];
  },
};

import { comment, indented, lines } from '../config-text';
import type { Stack } from '../stack';
import { corsOptions } from './cors-options';
import { withProtocol } from './mcp-protocol';

/** An MCP server with the TypeScript SDK and Express. */
export const mcpTypescript: Stack = {
  name: 'MCP server (TypeScript SDK)',
  link: 'https://github.com/modelcontextprotocol/typescript-sdk/blob/main/README.md',
  write(policy, comments) {
    const text = lines(
      comment('//', comments.place, comments.replaces),
      comment('//', comments.preflight, comments.errors, comments.restart),
      `import cors from 'cors';`,
      'app.use(cors({',
      indented(corsOptions(withProtocol(policy), comments)),
      '}));',
    );
    return [{ file: 'server.ts', text }];
  },
};

import { once } from 'node:events';
import type { Command } from '../command';
import { UsageError } from '../usage-error';

/** Serves coding agents by the Model Context Protocol over the standard input and output. */
export const mcp: Command = {
  options: {},
  async run({ positionals, language, version }) {
    if (positionals.length > 0) throw new UsageError('corscope mcp');
    // Only this command needs the protocol.
    const [{ StdioServerTransport }, { agentServer }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/stdio.js'),
      import('../mcp/server'),
    ]);
    const server = agentServer(version, language);
    await server.connect(new StdioServerTransport());
    await once(process.stdin, 'end');
    await server.close();
    return 0;
  },
};

import type { Cause } from '../cause';
import { missingLines, missingNames } from '../missing-names';

/** An MCP server does not allow the headers of its own protocol. */
export const mcpHeaderNotAllowed: Cause = {
  actor: 'api',
  covers: ['header-not-listed'],
  match(context) {
    const names = missingNames(context).filter((name) => /^(mcp-[\w-]+|last-event-id)$/.test(name));
    if (!names.some((name) => name.startsWith('mcp-'))) return null;
    return {
      confidence: 'certain',
      evidence: missingLines(context, names),
      values: { names: names.join(', ') },
    };
  },
};

import { readableResponse } from '../../exchange/explained/response-checks';
import type { Cause } from '../cause';
import type { Judged } from '../context';
import { answersOf, header, headerLine, isSamePath, sentHeader, sentLine, statusLine } from '../evidence';

const name = 'Mcp-Session-Id';

/** An MCP server sends the id of a session, and its browser client cannot read it. */
export const mcpSessionNotExposed: Cause = {
  actor: 'api',
  covers: ['header-not-exposed'],
  match(context) {
    const { subject } = context;
    const answer = hidden(subject);
    if (!answer) return null;
    const later = context.siblings
      .filter(({ facts }) => facts.startedAtMs > subject.facts.startedAtMs && facts.preflightFor === null)
      .flatMap(answersOf)
      .find((other) => isSamePath(other.request, answer.request) && sentHeader(other, name) === null);
    return {
      confidence: later && later.status >= 400 ? 'certain' : 'likely',
      evidence: [
        headerLine(answer, name),
        headerLine(answer, 'Access-Control-Expose-Headers'),
        ...(later ? [sentLine(later, name), statusLine(later)] : []),
      ],
    };
  },
};

function hidden({ facts, verdict }: Judged) {
  const answer = answersOf({ facts, verdict }).at(-1);
  if (!answer || verdict.outcome !== 'allowed' || header(answer, name) === null) return null;
  const names = readableResponse(facts, verdict)?.hidden ?? [];
  return names.some((one) => one.name.toLowerCase() === name.toLowerCase()) ? answer : null;
}

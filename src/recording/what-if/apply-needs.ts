import type { Need } from '../../remedy/need';
import type { Draft } from './draft';

/** Returns a draft with the header changes that its exchange needs. */
export function applyNeeds(draft: Draft, needs: readonly Need[]): Draft {
  const hops = [...draft.hops];
  for (const { hop: index, on, header, current, required } of needs) {
    const hop = hops[index];
    if (!hop) continue;
    const written = withHeader(hop[on], header, header === 'Set-Cookie' ? current : null, required);
    hops[index] = { ...hop, [on]: written };
  }
  return { ...draft, hops };
}

/** Returns the head of a response with another value of a header, or its status. `replaced`: one line's value only. */
function withHeader(head: string, name: string, replaced: string | null, value: string): string {
  const [first = '', ...others] = head.trim() === '' ? ['HTTP/1.1 200'] : head.split('\n');
  const hasStatus = /^\s*(HTTP\/|[1-9]\d\d\b)/i.test(first);
  const status = hasStatus ? first : 'HTTP/1.1 200';
  const lines = hasStatus ? others : [first, ...others];
  if (name === ':status') return [`HTTP/1.1 ${value}`, ...lines].join('\n');
  const kept = lines.filter((line) => {
    const [, other = '', text = ''] = /^\s*([^:\s]+)\s*:(.*)$/.exec(line) ?? [];
    return other.toLowerCase() !== name.toLowerCase() || (replaced !== null && text.trim() !== replaced);
  });
  return [status, ...kept.filter((line) => line.trim() !== ''), `${name}: ${value}`].join('\n');
}

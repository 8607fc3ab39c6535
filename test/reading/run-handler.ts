import type { Handler } from './handlers';

/** An origin that no handler of the corpus is meant to accept. */
export const attacker = 'https://attacker.example';

/** Whether only some browsers have all that the handler uses. */
export const isNew = ({ text }: Handler) => /\b(Origin\.from|URLPattern)\b/.test(text);

/**
 * Returns an expression for a promise: whether the handler uses a message from `origin` when it runs. An event
 * that a script made has no origin for `Origin.from`, so that gets the event's text.
 */
export function runText({ text, given = {}, code = {}, sent }: Handler, origin: string): string {
  const [, method] = /^(?:async )?(\w+)\([^)]*\) \{/.exec(text) ?? [];
  const listener = method && method !== 'function' ? `({ ${text} }).${method}` : text;
  const data = sent ? sent(origin) : { origin };
  const names = [
    ...Object.entries(given).map(([name, value]) => [name, sourceOf(value)] as const),
    ...Object.entries(code),
  ];
  return `(async () => {
    let went = false;
    const go = (value) => { went = true; return value; };
    const event = { origin: ${JSON.stringify(origin)}, data: ${JSON.stringify(data)}, source: { postMessage() {} } };
    const given = { go, Origin: { from: (value) => globalThis.Origin.from(value === event ? event.origin : value) } };
    try {
      await ((event, go, Origin${names.map(([name]) => `, ${name}`).join('')}) => (${listener}))(
        event, go, given.Origin${names.map(([, value]) => `, ${value}`).join('')}
      ).call({}, event);
    } catch {}
    return went;
  })()`;
}

function sourceOf(value: unknown): string {
  if (value instanceof RegExp) return String(value);
  return Array.isArray(value) ? `[${value.map(sourceOf).join(', ')}]` : JSON.stringify(value);
}

/** Runs the handler in Node. */
export async function accepts(handler: Handler, origin: string): Promise<boolean> {
  const run: unknown = new Function(`return ${runText(handler, origin)}`)();
  return (await run) === true;
}

/** The runs that a reading foretells, and what each has to come to. */
export function foretold(
  handler: Handler,
  example: string | null,
): readonly (readonly [origin: string, isAccepted: boolean])[] {
  const { loophole, reach, verdict, text } = handler;
  // A private method runs only in its class.
  if (text.startsWith('#')) return [];
  const runs: [string, boolean][] = example === null ? [] : [[example, true]];
  if (loophole) runs.push([attacker, true]);
  // What is unknown or up to other code may do anything.
  else if (reach !== 'anyone' && !/^(unknown|none|delegated|source)$/.test(verdict))
    runs.push([attacker, false]);
  return runs;
}

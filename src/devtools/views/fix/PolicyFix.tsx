import { useState } from 'preact/hooks';
import type { StackWords } from '../../../prose/stacks';
import type { ExplainedExchange } from '../../../recording/requests/explain-exchanges';
import { type ProxyId, proxies } from '../../../remedy/proxies';
import { stacks } from '../../../remedy/stacks';
import { writePolicy } from '../../../remedy/write-policy';
import { type FixChoice, isStack, type StackChoices } from '../../store/stack-choices';
import { Section } from '../ui/Section';
import { useAtMost } from '../ui/use-at-most';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { FixPart } from './FixPart';
import { PolicyRows } from './PolicyRows';
import { ProxyFix } from './ProxyFix';
import './fix.css';

interface PolicyFixProps {
  explained: ExplainedExchange;
  words: StackWords;
  panelWords: Words;
  choices: StackChoices;
  onCopy(text: string, what: string): void;
}

const maxExcessLength = 200;
/** Looking at all requests of the server takes too long for every frame while requests arrive. */
const renewMs = 500;
const scopes = ['server', 'request'] as const;

/** Draws the smallest policy of the server that blocked a request, as text for the user's own server. */
export function PolicyFix({ explained, words, panelWords, choices, onCopy }: PolicyFixProps) {
  const [scope, setScope] = useState<(typeof scopes)[number]>('server');
  const recent = useAtMost(explained, renewMs);
  const fix = recent.policyFix;
  if (!fix) return null;
  const { server, ofRequest, ofServer, excess, stack: guessed } = fix;
  const chosen = choices.of(server);
  const choice = chosen ?? guessed?.id ?? null;
  const stack = choice !== null && isStack(choice) ? choice : null;
  const proxy = choice !== null && !isStack(choice) ? (choice.slice('proxy:'.length) as ProxyId) : null;
  const { policy, rows, count, unsolved } = scope === 'server' ? ofServer : ofRequest;
  const written =
    stack !== null && count > 0 ? writePolicy(stack, policy, words.comments, words.places[stack]) : null;
  return (
    <Section title={words.title}>
      {count > 0 && (
        <>
          <p class="fix-intro">
            <Visible text={words.intro(server, count)} />
          </p>
          {/* The headers for this request alone are above. */}
          {proxy === null && policy === ofServer.policy && count > 1 && (
            <PolicyRows rows={rows} words={panelWords} />
          )}
          <div class="fix-choices">
            <label>
              {words.stack}
              <select
                value={choice ?? ''}
                onChange={({ currentTarget }) => choices.choose(server, currentTarget.value as FixChoice)}
              >
                {choice === null && <option value="">{words.choose}</option>}
                <optgroup label={words.groups.cors}>
                  {Object.entries(stacks).map(([id, { name }]) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </optgroup>
                <optgroup label={words.groups.proxy}>
                  {Object.entries(proxies).map(([id, { name, use }]) => (
                    <option key={id} value={`proxy:${id}`}>
                      {`${name} (${words.uses[use]})`}
                    </option>
                  ))}
                </optgroup>
              </select>
            </label>
            {ofServer.count > 1 && (
              <label>
                {words.scope}
                <select
                  value={scope}
                  onChange={({ currentTarget }) =>
                    setScope(currentTarget.value === 'request' ? 'request' : 'server')
                  }
                >
                  {scopes.map((each) => (
                    <option key={each} value={each}>
                      {words.scopes[each]}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {chosen === null && guessed && (
              <span class="quiet">
                <Visible text={words.guessed(guessed.header)} />
              </span>
            )}
          </div>
          <p class="quiet">
            <Visible text={words.whichOne(server)} />
          </p>
        </>
      )}
      {written?.parts.map((part) => (
        <FixPart key={part.file} part={part} words={words} onCopy={onCopy} />
      ))}
      {proxy !== null && (
        <ProxyFix
          id={proxy}
          target={{ server, cookies: policy.credentials }}
          url={fix.url}
          words={words}
          onCopy={onCopy}
        />
      )}
      {proxy === null && policy.origins === '*' && count > 0 && <p>{words.onlyAny}</p>}
      {[...unsolved].map(([because, left]) => (
        <p key={because} class="quiet">
          {words.unsolved[because](left)}
        </p>
      ))}
      {written && written.leftOut > 0 && <p class="quiet">{words.unusual(written.leftOut)}</p>}
      {excess.length > 0 && (
        <>
          <h4>{words.excess}</h4>
          <ul class="fix-excess">
            {excess.map(({ kind, values }) => (
              <li key={kind}>
                <Visible text={words.risks[kind](values.join(', ').slice(0, maxExcessLength))} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

import { useState } from 'preact/hooks';
import { bounded } from '../../../prose/short-url';
import type { StackWords } from '../../../prose/stacks';
import type { ExplainedExchange } from '../../../recording/requests/explain-exchanges';
import { proxies, proxyNamed } from '../../../remedy/proxies';
import { type StackGroup, stackGroups, stackNamed, stacks } from '../../../remedy/stacks';
import { writePolicy } from '../../../remedy/write-policy';
import type { FixChoice, FixChoices } from '../../store/fix-choices';
import { Section } from '../ui/Section';
import { useAtMost } from '../ui/use-at-most';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { FixPart } from './FixPart';
import { PolicyRows } from './PolicyRows';
import { ProxyFix } from './ProxyFix';

interface PolicyFixProps {
  explained: ExplainedExchange;
  words: StackWords;
  panelWords: Words;
  choices: FixChoices;
  onCopy(text: string, what: string): void;
}

const maxExcessLength = 200;
/** Looking at all requests of the server takes too long for every frame while requests arrive. */
const renewMs = 500;
/** What a fix can be written for, in groups. */
const offered: readonly (readonly [group: StackGroup | 'proxy', choices: readonly FixChoice[]])[] = [
  ...stackGroups.map(([group, ids]) => [group, ids.map((id): FixChoice => ({ kind: 'stack', id }))] as const),
  ['proxy', Object.keys(proxies).map((id): FixChoice => ({ kind: 'proxy', id }))],
];
const keyOf = ({ kind, id }: FixChoice) => `${kind} ${id}`;
const scopes = ['server', 'request'] as const;

/** Draws the smallest policy of the server that blocked a request, as text for the user's own server. */
export function PolicyFix({ explained, words, panelWords, choices, onCopy }: PolicyFixProps) {
  const [scope, setScope] = useState<(typeof scopes)[number]>('server');
  const recent = useAtMost(explained, renewMs);
  const fix = recent.policyFix;
  if (!fix) return null;
  const { server, ofRequest, ofServer, excess, stack: guessed } = fix;
  const chosen = choices.of(server);
  const choice = chosen ?? (guessed && { kind: 'stack', id: guessed.id });
  const stack = choice?.kind === 'stack' ? stackNamed(choice.id) : null;
  const proxy = choice?.kind === 'proxy' ? proxyNamed(choice.id) : null;
  const { policy, rows, count, unsolved } = scope === 'server' || proxy ? ofServer : ofRequest;
  const written =
    stack !== null && count > 0 ? writePolicy(stack, policy, words.comments, words.places[stack]) : null;
  return (
    <Section title={words.title}>
      {count > 0 && (
        <>
          <p class="fix-intro">
            <Visible text={proxy === null ? words.intro(server, count) : words.proxyIntro(server)} />
          </p>
          {/* The headers for this request alone are above. */}
          {proxy === null && policy === ofServer.policy && count > 1 && (
            <PolicyRows rows={rows} words={panelWords} />
          )}
          <div class="fix-choices">
            <label>
              {words.stack}
              <select
                value={choice ? keyOf(choice) : ''}
                onChange={({ currentTarget: { value } }) => {
                  const picked = offered.flatMap(([, list]) => list).find((each) => keyOf(each) === value);
                  if (picked) choices.choose(server, picked);
                }}
              >
                {choice === null && <option value="">{words.choose}</option>}
                {offered.map(([group, list]) => (
                  <optgroup key={group} label={words.groups[group]}>
                    {list.map((each) => (
                      <option key={each.id} value={keyOf(each)}>
                        {nameOf(each, words)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            </label>
            {proxy === null && ofServer.count > 1 && (
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
            <Visible text={words.whichOne[fix.place](server)} />
          </p>
        </>
      )}
      {written?.place && (
        <p>
          {written.place} {words.comments.replaces}
        </p>
      )}
      {written?.parts.map((part) => (
        <FixPart key={part.file} part={part} words={words} onCopy={onCopy} />
      ))}
      {stack !== null &&
        written?.limits.map((limit) => (
          <p key={limit} class="quiet">
            {words.limits[limit](stacks[stack].name)}
          </p>
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
                <Visible text={words.risks[kind](bounded(values.join(', '), maxExcessLength))} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function nameOf({ kind, id }: FixChoice, words: StackWords): string {
  const stack = kind === 'stack' ? stackNamed(id) : null;
  if (stack !== null) return stacks[stack].name;
  const proxy = proxyNamed(id);
  return proxy === null ? id : words.named(proxies[proxy].name, words.uses[proxies[proxy].use]);
}

import { useState } from 'preact/hooks';
import type { StackWords } from '../../../prose/stacks';
import type { ExplainedExchange } from '../../../recording/requests/explain-exchanges';
import { type StackId, stacks } from '../../../remedy/stacks';
import { writePolicy } from '../../../remedy/write-policy';
import { saveFile } from '../../session/save-file';
import type { StackChoices } from '../../store/stack-choices';
import { Section } from '../ui/Section';
import { useAtMost } from '../ui/use-at-most';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import { PolicyRows } from './PolicyRows';
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
  const stack = chosen ?? guessed?.id ?? null;
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
          {policy === ofServer.policy && count > 1 && <PolicyRows rows={rows} words={panelWords} />}
          <div class="fix-choices">
            <label>
              {words.stack}
              <select
                value={stack ?? ''}
                onChange={({ currentTarget }) => choices.choose(server, currentTarget.value as StackId)}
              >
                {stack === null && <option value="">{words.choose}</option>}
                {Object.entries(stacks).map(([id, { name }]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
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
        </>
      )}
      {written?.parts.map(({ file, text }) => (
        <div key={file} class="fix-part">
          <div class="fix-part-head">
            <code>{file}</code>
            <button type="button" class="button" onClick={() => onCopy(text, words.title)}>
              {words.copy}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => saveFile(fileName(file), 'text/plain', [`${text}\n`])}
            >
              {words.download}
            </button>
          </div>
          <pre class="code-block">
            <code>{text}</code>
          </pre>
        </div>
      ))}
      {policy.origins === '*' && count > 0 && <p>{words.onlyAny}</p>}
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

/** A name for a download: the last part of a path, or a plain one for a place in a file. */
function fileName(file: string): string {
  const [name = ''] = /[\w.-]+$/.exec(file) ?? [];
  return name === '' ? 'policy.conf' : name.includes('.') ? name : `${name}.conf`;
}

import type { Exchange } from '../../../engine';
import { shortUrl } from '../../../prose/short-url';
import type { WhatIfWords } from '../../../prose/what-if';
import type { Draft, DraftHop } from '../../../recording/what-if/draft';
import type { DraftProblem } from '../../../recording/what-if/read-draft';
import { HeadField } from './HeadField';

interface DraftFormProps {
  draft: Draft;
  /** The exchange that it says; null while it cannot be read. */
  exchange: Exchange | null;
  /** The hops that need a preflight. */
  preflighted: ReadonlySet<number>;
  problems: readonly DraftProblem[];
  words: WhatIfWords;
  onDraft(draft: Draft): void;
}

const kinds = ['fetch', 'image', 'script', 'style', 'font', 'media', 'frame'] as const;
const options = {
  mode: ['cors', 'no-cors', 'same-origin', 'navigate'],
  credentialsMode: ['omit', 'same-origin', 'include'],
  redirectMode: ['follow', 'error', 'manual'],
} as const;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const emptyHop: DraftHop = { preflight: '', response: '' };

/** Draws the fields of a draft: the request, and the responses of each of its hops. */
export function DraftForm({ draft, exchange, preflighted, problems, words, onDraft }: DraftFormProps) {
  const change = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  const textField = (field: 'origin' | 'method' | 'url') => {
    const isUnreadable = problems.some((problem) => problem.field === field);
    return (
      <label class={`what-if-field is-${field}`}>
        <span class="quiet">{words.fields[field]}</span>
        <input
          type="text"
          spellcheck={false}
          autocomplete="off"
          aria-invalid={isUnreadable}
          {...(field === 'method' && { list: 'what-if-methods' })}
          value={draft[field]}
          onInput={(event) => change({ [field]: event.currentTarget.value })}
        />
        {isUnreadable && <span role="alert">{words.unreadable[field]}</span>}
      </label>
    );
  };
  const choice = <Field extends keyof typeof options | 'kind'>(
    field: Field,
    values: readonly Draft[Field][],
    nameOf: (value: Draft[Field]) => string,
  ) => {
    // A recorded request may have a value that nobody would choose.
    const listed = values.includes(draft[field]) ? values : [draft[field], ...values];
    return (
      <label class="what-if-field">
        <span class="quiet">{words.fields[field]}</span>
        <select
          value={draft[field]}
          onChange={({ currentTarget: { value } }) => {
            const chosen = listed.find((each) => each === value);
            if (chosen !== undefined) change({ [field]: chosen });
          }}
        >
          {listed.map((value) => (
            <option key={value} value={value}>
              {nameOf(value)}
            </option>
          ))}
        </select>
      </label>
    );
  };
  const linesOf = (field: DraftProblem['field'], hop: number) =>
    problems.flatMap((problem) =>
      problem.field === field && problem.hop === hop && problem.line !== null ? problem.line : [],
    );
  const setHop = (index: number, part: Partial<DraftHop>) => {
    const hops = Array.from(
      { length: Math.max(draft.hops.length, index + 1) },
      (_, at) => draft.hops[at] ?? emptyHop,
    );
    change({ hops: hops.with(index, { ...(hops[index] ?? emptyHop), ...part }) });
  };
  const shown = exchange?.hops ?? draft.hops.map(() => null);
  const kindName = (kind: Draft['kind']) => kinds.find((each) => each === kind);
  return (
    <form class="what-if-form" onSubmit={(event) => event.preventDefault()}>
      <datalist id="what-if-methods">
        {methods.map((method) => (
          <option key={method} value={method} />
        ))}
      </datalist>
      <fieldset>
        <legend>{words.request}</legend>
        <div class="what-if-request">
          {textField('method')}
          {textField('url')}
          {textField('origin')}
        </div>
        <div class="what-if-options">
          {choice('kind', kinds, (value) => {
            const name = kindName(value);
            return name ? words.kinds[name] : value;
          })}
          {choice('mode', options.mode, String)}
          {choice('credentialsMode', options.credentialsMode, String)}
          {choice('redirectMode', options.redirectMode, String)}
        </div>
        <HeadField
          label={words.fields.headers}
          value={draft.headers}
          hint=""
          placeholder="Content-Type: application/json"
          left={linesOf('headers', 0)}
          words={words}
          onText={(headers) => change({ headers })}
        />
      </fieldset>
      {shown.map((hop, index) => {
        const { preflight, response } = draft.hops[index] ?? emptyHop;
        const hasPreflight = preflighted.has(index) || preflight !== '';
        return (
          <fieldset key={index}>
            {index > 0 && <legend>{words.redirected(shortUrl(hop?.url ?? ''))}</legend>}
            {hasPreflight && (
              <HeadField
                label={words.fields.preflight}
                value={preflight}
                hint={words.preflightEmpty}
                placeholder={words.headHint}
                left={linesOf('preflight', index)}
                words={words}
                onText={(text) => setHop(index, { preflight: text })}
              />
            )}
            <HeadField
              label={words.fields.response}
              value={response}
              hint={words.responseEmpty}
              placeholder={words.headHint}
              left={linesOf('response', index)}
              words={words}
              onText={(text) => setHop(index, { response: text })}
            />
          </fieldset>
        );
      })}
    </form>
  );
}

import type { ResponseType } from '../../../engine';
import { detailProseFor } from '../../../prose/detail';
import { reasonsProseFor } from '../../../prose/reasons-prose';
import type { ExplainedExchange } from '../../../recording/requests/explain-exchanges';
import { Fact } from '../ui/Fact';
import { Value } from '../ui/Value';
import type { Words } from '../words';
import { hiddenGroups } from './hidden-groups';
import { NeedsTable } from './NeedsTable';

interface ReadingProps {
  explained: Pick<ExplainedExchange, 'facts' | 'needs' | 'readable' | 'timing'>;
  type: ResponseType | 'error';
  words: Words;
}

/** Draws the parts of a response that script can read: type, headers and timing, with reasons. */
export function Reading({ explained, type, words }: ReadingProps) {
  const { facts, needs, readable: response, timing } = explained;
  const { reading } = detailProseFor(words.language);
  const { hidden } = reasonsProseFor(words.language);
  return (
    <>
      <dl class="facts">
        <Fact name={reading.type}>
          <code>{type}</code> <span class="quiet">{reading.types[type]}</span>
        </Fact>
        {response && (
          <Fact name={reading.readable}>
            {response.readable.length === 0 && <em>{reading.readableNone}</em>}
            <Names names={response.readable} words={words} />
          </Fact>
        )}
        {hiddenGroups(response?.hidden ?? []).map(({ because, names, rarelyRead }) => (
          <Fact key={because} name={reading.hidden}>
            {names.length > 0 && <Names names={names} words={words} />}
            <span class="quiet">{hidden[because]}</span>
            {rarelyRead.length > 0 && (
              <>
                <div class="quiet">{words.ui.detail.labelled(reading.rarelyRead)}</div>
                <Names names={rarelyRead} words={words} />
              </>
            )}
          </Fact>
        ))}
        {timing && <Fact name={reading.timing}>{reading.timings[timing]}</Fact>}
      </dl>
      <NeedsTable
        needs={needs.filter(({ purpose }) => purpose === 'read')}
        hasSeveralHops={facts.hops.length > 1}
        words={words}
      />
    </>
  );
}

function Names({ names, words }: { names: readonly string[]; words: Words }) {
  return (
    <ul class="plain names">
      {names.map((name) => (
        <li key={name}>
          <Value text={name} words={words} />
        </li>
      ))}
    </ul>
  );
}

import type { FilteredResponse } from '../../../engine';
import { reasonsProseFor } from '../../../prose/reasons-prose';
import { Value } from '../text/Value';
import type { Words } from '../words';
import { Fact } from './Fact';
import { hiddenGroups } from './hidden-groups';

interface ReadingProps {
  response: FilteredResponse;
  words: Words;
}

/** Which headers of a response script may read, and why it does not see the others. */
export function Reading({ response, words }: ReadingProps) {
  const { detail } = words.ui;
  const { hidden } = reasonsProseFor(words.language);
  return (
    <dl class="facts">
      <Fact name={detail.readable}>
        {response.readable.length === 0 && <em>{detail.readableNone}</em>}
        <Names names={response.readable} words={words} />
      </Fact>
      {hiddenGroups(response.hidden).map(({ because, names }) => (
        <Fact key={because} name={detail.hidden}>
          <Names names={names} words={words} />
          <span class="quiet">{hidden[because]}</span>
        </Fact>
      ))}
    </dl>
  );
}

function Names({ names, words }: { names: readonly string[]; words: Words }) {
  return (
    <ul class="plain">
      {names.map((name) => (
        <li key={name}>
          <Value text={name} words={words} />
        </li>
      ))}
    </ul>
  );
}

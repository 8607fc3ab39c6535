import type { ExchangeFacts } from '../../../protocol/facts';
import { UrlText } from '../requests/UrlText';
import { Visible } from '../text/Visible';
import { visibleText } from '../text/visible-text';
import type { Words } from '../words';

interface HopsProps {
  facts: ExchangeFacts;
  words: Words;
}

/** The requests of a redirect chain, first to last. */
export function Hops({ facts, words }: HopsProps) {
  const { detail } = words.ui;
  return (
    <ol class="hops">
      {facts.hops.map(({ method, url, status, internal, startedAtMs }) => (
        <li key={`${startedAtMs} ${url}`} title={visibleText(url.slice(0, 2000))}>
          <span class="hop-method">
            <Visible text={method} />
          </span>
          <UrlText url={url} origin={facts.origin} />
          <span class="hop-status">{internal ? detail.internal[internal] : (status ?? detail.noAnswer)}</span>
        </li>
      ))}
    </ol>
  );
}

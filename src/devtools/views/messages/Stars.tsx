import { useState } from 'preact/hooks';
import { listenersProseFor } from '../../../prose/listeners';
import type { PageEventFacts } from '../../../protocol/page-events';
import type { FoundStar } from '../../../reading/find-stars';
import { exactTarget } from '../../../remedy/message-fixes';
import { lastStarSearch, type StarSearch, searchStars } from '../../session/star-search';
import { Section } from '../ui/Section';
import { Value } from '../ui/Value';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';
import type { ReadScripts } from './read-scripts';

interface StarsProps {
  page: string;
  /** The origin that receives the message; null if that is not known. */
  receiver: string | null;
  events: readonly PageEventFacts[];
  words: Words;
  onReadScripts: ReadScripts;
}

/** Draws a section with a button that searches the page's scripts for `postMessage()` calls with `'*'`. */
export function Stars({ page, receiver, events, words, onReadScripts }: StarsProps) {
  const { stars } = listenersProseFor(words.language);
  const [search, setSearch] = useState<StarSearch | null>(null);
  const [isSearching, setSearching] = useState(false);
  const instead = exactTarget(receiver);
  const shown = search?.page === page ? search : lastStarSearch(page);
  const start = () => {
    setSearching(true);
    searchStars(page, onReadScripts, events)
      .then(setSearch, console.error)
      .finally(() => setSearching(false));
  };
  return (
    <Section title={stars.title} {...(shown && { count: shown.found.length })}>
      <p class="quiet">{stars.meaning}</p>
      <button type="button" class="button" disabled={isSearching} onClick={start}>
        {isSearching ? stars.searching : stars.search}
      </button>
      {shown && (
        <p class="quiet" role="status">
          {shown.found.length === 0 ? stars.none : stars.found(shown.found.length, shown.scripts)}{' '}
          {stars.from[shown.from]} {shown.isCut && stars.isCut}
        </p>
      )}
      {shown && shown.found.length > 0 && instead && (
        <>
          <p>{stars.instead}</p>
          <pre class="code-block">
            <Visible text={instead} />
          </pre>
        </>
      )}
      <ul class="listeners">
        {shown?.found.map((star) => (
          <li key={`${star.url} ${star.inline} ${star.listener} ${star.line} ${star.column}`}>
            <span class="quiet">
              <Visible text={scriptName(star, stars)} />:{star.line}:{star.column}
            </span>
            <Value text={star.text} words={words} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function scriptName(
  { url, inline, listener }: FoundStar,
  stars: ReturnType<typeof listenersProseFor>['stars'],
): string {
  if (url === null) return `${stars.ofListener} ${listener ?? ''}`.trim();
  return inline === null ? url : `${url} (${stars.inline(inline)})`;
}

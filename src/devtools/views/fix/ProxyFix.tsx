import { bounded } from '../../../prose/short-url';
import type { StackWords } from '../../../prose/stacks';
import { type ProxyId, proxies } from '../../../remedy/proxies';
import { type ProxyStack, type ProxyTarget, proxyPath } from '../../../remedy/proxy';
import { isPlainOrigin } from '../../../remedy/write-policy';
import { Visible } from '../ui/Visible';
import { FixPart } from './FixPart';

interface ProxyFixProps {
  id: ProxyId;
  target: ProxyTarget;
  /** What the page requested from the server. */
  url: string;
  words: StackWords;
  onCopy(text: string, what: string): void;
}

const maxUrlLength = 120;

/** Draws the proxy that requests a server for the page, and what the page has to request instead. */
export function ProxyFix({ id, target, url, words, onCopy }: ProxyFixProps) {
  if (!isPlainOrigin(target.server)) return <p class="quiet">{words.unusual(1)}</p>;
  const { name, isJson, passesCookies, write }: ProxyStack = proxies[id];
  const { restart, run } = words.comments;
  const place = words.proxyPlaces[id];
  const path = bounded(url.slice(target.server.length), maxUrlLength);
  return (
    <>
      {isJson && (
        <p>
          {place} {words.proxyComments.purpose}
        </p>
      )}
      {write(target, { ...words.proxyComments, restart, run, place }).map((part) => (
        <FixPart key={part.file} part={part} words={words} onCopy={onCopy} />
      ))}
      <p>
        <Visible text={words.pageChange(`${target.server}${path}`, `${proxyPath}${path}`)} />
      </p>
      {passesCookies && <p class="quiet">{words.passesCookies(name)}</p>}
    </>
  );
}

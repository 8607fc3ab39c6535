import type { ConsoleMatch } from '../../../diagnosis/console/find-requests';
import type { ConsoleMessage } from '../../../diagnosis/console/message';
import { findings, sectionUrl } from '../../../engine';
import { consoleContext } from '../../../prose/console-context';
import { consoleProse } from '../../../prose/console-prose';
import { reasonOf } from '../../../prose/reason';
import { bounded, shortUrl } from '../../../prose/short-url';
import type { Row } from '../../store/store';
import { Icon } from '../ui/Icon';
import { Link } from '../ui/Link';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

/** More meanings than these are only listed: a fix for each would be a guess. */
const maxExplained = 2;
const maxQuote = 300;

interface MessageItemProps {
  message: ConsoleMessage;
  /** Whether it is quoted: one of several. */
  isQuoted: boolean;
  matches: readonly ConsoleMatch[];
  words: Words;
  rowOf(id: string): Row | null;
  onShow(id: string): void;
  onOpenUrl(url: string): void;
}

/** Draws one console message: what was pasted, its requests, and what it can mean. */
export function MessageItem({
  message,
  isQuoted,
  matches,
  words,
  rowOf,
  onShow,
  onOpenUrl,
}: MessageItemProps) {
  const { ui, prose, language } = words;
  const said = consoleProse.in(language);
  const { browser, codes, vague } = message;
  const isExplained =
    vague === null && codes.filter((code) => !code.startsWith('preflight-')).length <= maxExplained;
  return (
    <li class="console-message">
      <h3>{browser ? said.browsers[browser] : said.unknown}</h3>
      {isQuoted && (
        <blockquote class="code-block quiet">
          <Visible text={bounded(message.text, maxQuote)} />
        </blockquote>
      )}
      {vague && <p>{said.vague[vague]}</p>}
      {browser === null && <p class="quiet">{said.unknownHint}</p>}
      {matches.length > 0 && <h4>{said.requests}</h4>}
      {matches.length > 0 && (
        <ul class="console-requests request-line">
          {matches.map(({ id, hasReason }) => {
            const row = rowOf(id);
            const hop = row?.entry.facts.hops[0];
            if (!row || !hop) return null;
            const { outcome } = row.verdict;
            return (
              <li key={id}>
                <button type="button" class={`link outcome-${outcome}`} onClick={() => onShow(id)}>
                  <Icon name={outcome} /> <Visible text={`${hop.method} ${shortUrl(hop.url)}`} />
                </button>{' '}
                <span class="quiet">
                  {reasonOf(row.verdict, null, language) || prose.outcomes[outcome].label}
                  {!hasReason && codes.length > 0 && vague === null && ` (${said.otherReason})`}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {matches.length === 0 && browser !== null && vague !== 'for-script' && <p>{said.noRequest}</p>}
      {codes.length > 0 && <h4>{codes.length > 1 ? said.meanings : said.meaning}</h4>}
      <ul class="console-meanings">
        {codes.map((code) => {
          const { title, remedy } = prose.findings[code];
          const { section, step } = findings[code];
          return (
            <li key={code}>
              <b>{title}</b>{' '}
              <span class="quiet">
                <Link url={sectionUrl(section)} onOpen={onOpenUrl}>
                  {ui.detail.step(prose.sections[section], step)}
                </Link>
              </span>
              {isExplained && !matches.some(({ hasReason }) => hasReason) && (
                <p>
                  {ui.detail.labelled(ui.detail.remedy)}{' '}
                  <Visible text={remedy(consoleContext(message, code, language))} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

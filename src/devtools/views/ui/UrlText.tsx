import { cutInTheMiddle, urlParts } from './url-parts';
import { Visible } from './Visible';

interface UrlTextProps {
  url: string;
  origin: string | null;
}

/** Draws a URL on one line, cut in the middle. Components that differ from `origin` are emphasized. */
export function UrlText({ url, origin }: UrlTextProps) {
  const parts = urlParts(url, origin);
  const { head, tail } = cutInTheMiddle(parts.at(-1)?.text ?? '');
  return (
    <span class="url">
      <span class="url-origin">
        {parts.slice(0, -1).map(({ text, component, differs }) => {
          const name = component ?? (text === ':' ? 'port' : 'userinfo');
          return differs ? (
            <b class={`differs ${name}`}>
              <Visible text={text} />
            </b>
          ) : (
            <span class={name}>
              <Visible text={text} />
            </span>
          );
        })}
      </span>
      <span class="url-head">
        <Visible text={head} />
      </span>
      {tail && (
        <span class="url-tail">
          <Visible text={tail} />
        </span>
      )}
    </span>
  );
}

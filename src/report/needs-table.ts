import type { Prose } from '../prose';
import { shortUrl } from '../prose/short-url';
import type { Need } from '../remedy/need';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import { markdownTable } from './markdown-table';

/** Returns a Markdown table of the required changes. `shown` formats the value of a header. */
export function needsTable(
  needs: readonly Need[],
  hops: readonly { readonly url: string }[],
  words: Prose['ticket'],
  shown: (header: string, value: string) => string,
): string {
  const place = ({ hop, on }: Need) =>
    hops.length > 1
      ? `${words.on[on]}, ${escapeMarkdown(words.hop(hop + 1, shortUrl(hops[hop]?.url ?? '')))}`
      : words.on[on];
  const rows = needs.map((need) => {
    const { header, current, required, isSeen } = need;
    const value =
      current === null ? words.missing : current === '' ? words.empty : inlineCode(shown(header, current));
    return [
      header === ':status' ? words.statusCode : inlineCode(header),
      place(need),
      isSeen ? value : words.notSeen,
      isNullOrigin(need) ? words.realOrigin : inlineCode(shown(header, required)),
    ];
  });
  return markdownTable(words.columns, rows);
}

/** Whether the required change is to allow the origin `null`, which is never safe. */
export function isNullOrigin({ header, required }: Need): boolean {
  return header === 'Access-Control-Allow-Origin' && required === 'null';
}

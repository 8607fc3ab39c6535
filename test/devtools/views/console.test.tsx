import { describe, expect, test } from 'vitest';
import { ConsoleDialog } from '../../../src/devtools/views/console/ConsoleDialog';
import { wordsOf } from '../../../src/devtools/views/words';
import { proseFor } from '../../../src/prose';
import { consoleProse } from '../../../src/prose/console-prose';
import { all, drawn, textOf, texts } from '../../support/drawn';
import { languages, shopPanel } from '../../support/views';

const nothing = () => {};
const message = (url: string, reason: string) =>
  `Access to fetch at '${url}' from origin 'https://shop.example' has been blocked by CORS policy: ${reason}`;
const missing = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";

describe.each(languages)('the dialog for console messages in %s', (language) => {
  const prose = consoleProse.in(language);
  const { findings } = proseFor(language);
  const { store } = shopPanel();
  const dialogOf = (text: string) =>
    drawn(
      <ConsoleDialog
        store={store}
        text={text}
        words={wordsOf(language)}
        onShow={nothing}
        onWhatIf={() => {}}
        onOpenUrl={nothing}
      />,
    );

  test('is a field only, until something is pasted', () => {
    const view = dialogOf('');
    expect(textOf(view)).toBe(`${prose.title}\n${prose.field}`);
    expect(all(view, 'textarea')).toHaveLength(1);
  });

  test('links to the request that a message is about', () => {
    const blocked = store.rows.value.find(({ verdict }) => verdict.outcome === 'blocked');
    const url = blocked?.entry.facts.hops[0]?.url ?? '';
    const view = dialogOf(message(url, missing));
    const links = all(all(view, 'ul.console-requests')[0]!, 'button').map(textOf);
    expect(links.some((text) => text.includes(new URL(url).host))).toBe(true);
  });

  test('explains a message without a request: its meaning, rule and fix', () => {
    const view = dialogOf(message('https://unseen.example/x', missing));
    expect(texts(view, 'b')).toEqual([findings['allow-origin-missing'].title]);
    expect(textOf(view)).toContain(prose.noRequest);
    expect(textOf(view)).toContain('https://unseen.example/x');
    expect(all(view, 'blockquote')).toEqual([]);
  });

  test('quotes each of several messages', () => {
    const two = ['https://one.example/', 'https://two.example/'].map((url) => message(url, missing));
    expect(all(dialogOf(two.join('\n')), 'blockquote')).toHaveLength(2);
  });

  test('admits that it does not know a wording', () => {
    const view = dialogOf('The moon is blocked by a cloud');
    expect(textOf(view)).toContain(prose.unknownHint);
  });
});

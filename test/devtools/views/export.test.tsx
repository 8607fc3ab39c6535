import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../src/devtools/session/report-of';
import { ExportDialog } from '../../../src/devtools/views/export/ExportDialog';
import { Preview } from '../../../src/devtools/views/export/Preview';
import { written } from '../../../src/devtools/views/export/written';
import { wordsOf } from '../../../src/devtools/views/words';
import { reportProseFor } from '../../../src/prose/report-prose';
import { all, drawn, textOf, texts } from '../../support/drawn';
import { languages, shopPanel } from '../../support/views';

const nothing = () => {};

describe.each(languages)('the export dialog in %s', (language) => {
  const prose = reportProseFor(language).dialog;
  const { log, store } = shopPanel();
  const dialogOf = () =>
    drawn(
      <ExportDialog
        store={store}
        words={wordsOf(language)}
        exporting={{
          report: (wanted) => reportOf(log, { version: '0.0.0', pageWorld: true, ...wanted }),
          save: nothing,
          copy: () => Promise.resolve(true),
        }}
        onClose={nothing}
      />,
    );
  const chosen = (view: ReturnType<typeof dialogOf>) =>
    all(view, 'label')
      .filter((label) => all(label, 'input')[0]?.attributes.checked !== undefined)
      .map(textOf);

  test('offers formats, contents and redactions', () => {
    store.clearFilter();
    const view = dialogOf();
    const { total } = store.counts.value;
    const events = store.pageEvents.value.length;
    expect(texts(view, 'label')).toEqual([
      ...Object.values(prose.formats).map(({ label }) => label),
      prose.all(total, events),
      prose.filtered(total, events),
      ...Object.values(prose.redactions).map(({ label }) => label),
    ]);
    expect(chosen(view)).toEqual([
      prose.formats.json.label,
      prose.all(total, events),
      prose.redactions.minimal.label,
    ]);
    expect(textOf(view)).toContain(prose.redactions.minimal.meaning);
  });

  test('enables saving only when the file is ready', () => {
    const view = dialogOf();
    expect(texts(view, 'pre')).toEqual([prose.preparing]);
    const buttons = all(view, 'button').filter(({ attributes }) => attributes.disabled !== undefined);
    expect(buttons.map(textOf)).toEqual([prose.copy, prose.save]);
  });

  test('counts the filtered requests', () => {
    store.setText('pixel.gif');
    expect(texts(dialogOf(), 'label')).toContain(prose.filtered(1, 0));
  });
});

describe.each(languages)('the preview in %s', (language) => {
  const prose = reportProseFor(language).dialog;

  test.each(['json', 'markdown', 'svg'] as const)(
    'shows the beginning and the size of %s',
    async (format) => {
      const { log } = shopPanel();
      const options = { version: '0.0.0', pageWorld: true, language, redaction: 'minimal' } as const;
      const result = await written(await reportOf(log, options), format);
      const view = drawn(<Preview written={result} isMarked said={prose} />);
      const { content, lines, preview } = result;
      expect(texts(view, '.export-size')).toEqual([
        `${prose.size(content.size, lines, preview.length)}${prose.marked}`,
      ]);
      expect(textOf(all(view, 'pre')[0])).toContain(preview[0]?.trim().slice(0, 40));
      expect(texts(view, 'mark').length > 0).toBe(/redacted-\d/.test(preview.join('\n')));
    },
  );

  test('explains why the file could not be written', () => {
    const view = drawn(<Preview written={{ error: 'no room' }} isMarked={false} said={prose} />);
    expect(texts(view, 'pre')).toEqual([prose.failed('no room')]);
  });
});

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
  const said = reportProseFor(language).dialog;
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

  test('offers every format, what to export, and how much is left out', () => {
    store.clearFilter();
    const view = dialogOf();
    const { total } = store.counts.value;
    const events = store.pageEvents.value.length;
    expect(texts(view, 'label')).toEqual([
      ...Object.values(said.formats).map(({ label }) => label),
      said.all(total, events),
      said.filtered(total, events),
      ...Object.values(said.redactions).map(({ label }) => label),
    ]);
    expect(chosen(view)).toEqual([
      said.formats.json.label,
      said.all(total, events),
      said.redactions.minimal.label,
    ]);
    expect(textOf(view)).toContain(said.redactions.minimal.meaning);
  });

  test('can be saved only when it is written', () => {
    const view = dialogOf();
    expect(texts(view, 'pre')).toEqual([said.preparing]);
    const buttons = all(view, 'button').filter(({ attributes }) => attributes.disabled !== undefined);
    expect(buttons.map(textOf)).toEqual([said.copy, said.save]);
  });

  test('counts what the filter lets through', () => {
    store.setText('pixel.gif');
    expect(texts(dialogOf(), 'label')).toContain(said.filtered(1, 0));
  });
});

describe.each(languages)('the preview in %s', (language) => {
  const said = reportProseFor(language).dialog;

  test.each(['json', 'markdown', 'svg'] as const)(
    'shows how %s begins, and how much it is',
    async (format) => {
      const { log } = shopPanel();
      const options = { version: '0.0.0', pageWorld: true, language, redaction: 'minimal' } as const;
      const result = written(await reportOf(log, options), format);
      const view = drawn(<Preview written={result} isMarked said={said} />);
      const { bytes, lines, preview } = result;
      expect(texts(view, '.export-size')).toEqual([
        `${said.size(bytes, lines, preview.length)}; ${said.marked}`,
      ]);
      expect(textOf(all(view, 'pre')[0])).toContain(preview[0]?.trim().slice(0, 40));
      expect(texts(view, 'mark').length > 0).toBe(/redacted-\d/.test(preview.join('\n')));
    },
  );

  test('says why nothing could be written', () => {
    const view = drawn(<Preview written={{ error: 'no room' }} isMarked={false} said={said} />);
    expect(texts(view, 'pre')).toEqual([said.failed('no room')]);
  });
});

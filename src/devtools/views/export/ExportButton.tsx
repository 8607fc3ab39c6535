import { useState } from 'preact/hooks';
import type { PanelStore } from '../../store/store';
import { ToolButton } from '../ui/ToolButton';
import { useLater } from '../ui/use-later';
import type { Words } from '../words';
import type { Exporting } from './use-written';

interface ExportButtonProps {
  store: PanelStore;
  words: Words;
  exporting: Exporting;
}

const loadDialog = () => import('./ExportDialog');

/** Draws the button that opens the export dialog. The dialog is loaded on the first press. */
export function ExportButton({ store, words, exporting }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const loaded = useLater(loadDialog, isOpen);
  return (
    <>
      <ToolButton icon="export" label={words.ui.bar.export} onPress={() => setOpen(true)} />
      {isOpen && loaded && (
        <loaded.ExportDialog
          store={store}
          words={words}
          exporting={exporting}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

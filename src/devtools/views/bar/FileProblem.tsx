import { Icon } from '../ui/Icon';
import { ToolButton } from '../ui/ToolButton';
import { Visible } from '../ui/Visible';
import type { Words } from '../words';

interface FileProblemProps {
  problem: string;
  words: Words;
  onRead(): void;
}

/** Draws what is wrong with a file that was not opened. */
export function FileProblem({ problem, words, onRead }: FileProblemProps) {
  return (
    <p class="file-strip" role="alert">
      <Icon name="warning" />
      <span>
        <Visible text={problem} />
      </span>
      <ToolButton icon="close" label={words.ui.detail.close} onPress={onRead} />
    </p>
  );
}

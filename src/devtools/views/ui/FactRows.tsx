import type { ComponentChildren } from 'preact';
import type { Part, Row } from '../../../channels/kinds/kind';
import type { Words } from '../words';
import { Fact } from './Fact';
import { Value } from './Value';
import { Visible } from './Visible';

interface FactRowsProps {
  rows: readonly Row[];
  words: Words;
}

/** Draws facts with their labels, for use inside a list of facts. */
export function FactRows({ rows, words }: FactRowsProps) {
  return (
    <>
      {rows.map(({ label, parts }, index) => (
        <Fact key={`${index} ${label}`} name={label}>
          {drawn(parts, words)}
        </Fact>
      ))}
    </>
  );
}

function drawn(parts: readonly Part[], words: Words): ComponentChildren {
  return parts.flatMap((part, index) => [index === 0 ? '' : ' ', draw(part, words)]);
}

function draw(part: Part, words: Words): ComponentChildren {
  switch (part.type) {
    case 'text':
      // The key resets the expanded state when the text changes.
      return <Value key={part.text} text={part.text} words={words} />;
    case 'words':
      return <Visible text={part.text} />;
    case 'code':
      return <code>{part.text}</code>;
    case 'none':
      return <em class="quiet">{part.text}</em>;
    case 'line':
      return <p>{drawn(part.parts, words)}</p>;
    case 'aside':
      return <p class="quiet">{drawn(part.parts, words)}</p>;
  }
}

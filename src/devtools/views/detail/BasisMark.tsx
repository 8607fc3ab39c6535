import type { Basis } from '../../../exchange/verdict/infer-request';
import type { Words } from '../words';

interface BasisMarkProps {
  basis: Basis;
  words: Words;
}

/** Draws a mark for the basis of a value. Assumed values are highlighted. */
export function BasisMark({ basis, words }: BasisMarkProps) {
  const { label, meaning } = words.ui.detail.basis[basis];
  return (
    <span class={`mark basis-${basis}`} title={meaning}>
      {label}
    </span>
  );
}

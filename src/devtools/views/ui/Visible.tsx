import { segmentsOf } from '../../../prose/visible-text';

interface VisibleProps {
  text: string;
}

/** Untrusted text as text, with what cannot be seen made visible. */
export function Visible({ text }: VisibleProps) {
  const segments = segmentsOf(text);
  return <>{segments.map(({ text, odd }) => (odd ? <span class="odd">{text}</span> : text))}</>;
}

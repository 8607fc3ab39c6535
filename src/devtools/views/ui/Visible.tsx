import { segmentsOf } from '../../../prose/visible-text';

interface VisibleProps {
  text: string;
}

/** Draws untrusted text with invisible characters made visible. */
export function Visible({ text }: VisibleProps) {
  const segments = segmentsOf(text);
  return <>{segments.map(({ text, odd }) => (odd ? <span class="odd">{text}</span> : text))}</>;
}

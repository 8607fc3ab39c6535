import type { Language } from '../prose';
import { detailProseFor } from '../prose/detail';
import type { Permit } from '../protocol/permit';

interface PermitPageProps {
  readonly wanted: Permit;
  /** Whether the user granted the permission; null: no answer yet. */
  readonly isGiven: boolean | null;
  readonly language: Language;
  onAsk(): void;
}

/** Draws a page that asks for a permission and then shows the answer. */
export function PermitPage({ wanted, isGiven, language, onAsk }: PermitPageProps) {
  const prose = detailProseFor(language).permit;
  return (
    <main class="tab-list">
      <p>{isGiven === null ? prose.asking[wanted] : isGiven ? prose.given : prose.refused}</p>
      {isGiven === null && (
        <button type="button" class="button is-first" onClick={onAsk}>
          {prose.give}
        </button>
      )}
    </main>
  );
}
